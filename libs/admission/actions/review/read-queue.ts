import type { InputOf, ResponseOf } from '@xihuo/contract';
import type { Database } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import type { Decider } from '../../rules/four-eyes';
import { countyPatterns } from '../../rules/jurisdiction';
import { cursorOf, queuePlace, recommendedPlace } from '../../rules/review/queue-cursor';
import { RISK_LEVELS } from '../../rules/review/risk';
import { queueScope } from '../../rules/review/queue-scope';
import { queuePage, type QueueRow } from '../../store/review/review.sql';
import { countyTotals, recommendedPage, today as todaySql } from '../../store/review/signature.sql';
import { queueView } from '../../store/review/views';

type Query = InputOf<'GET /admission/queue'>['query'];

/** What waits for somebody, the longest waiting first, or what has the gravest risk. */
export async function readQueue(
  database: Database,
  { personId, grants }: Decider,
  { step, mine, risk, sort, cursor, limit }: Query,
): Promise<ResponseOf<'GET /admission/queue'>> {
  const today = await businessDay(database);
  const { steps, counties } = queueScope(grants);
  const [since, id, rank] = queuePlace(cursor);
  const rows = await database.read(queuePage, [
    ...[steps, counties, step ?? null, since, id, personId, mine === 'true'],
    await policyOn(database, 'admission.recommendWorkingDays', today),
    await policyOn(database, 'admission.reviewWorkingDays', today),
    ...[limit + 1, risk === undefined ? null : RISK_LEVELS.indexOf(risk), sort ?? null, rank],
  ]);
  return pageBy(rows, limit, {
    placeOf: (row: QueueRow) => cursorOf(row.waiting_place, row.id, String(row.rank)),
    view: (row) => queueView(row, { today, personId }),
  });
}

/** What became of what was recommended, in the reader's counties. */
export async function readRecommended(
  database: Database,
  { grants }: Decider,
  { cursor, limit }: InputOf<'GET /admission/recommendations'>['query'],
): Promise<ResponseOf<'GET /admission/recommendations'>> {
  const rows = await database.read(recommendedPage, [countyPatterns(grants), ...recommendedPlace(cursor), limit + 1]);
  return pageBy(rows, limit, {
    placeOf: (row) => cursorOf(row.application_id, String(row.round), row.department),
    view: (row) => ({
      applicationId: row.application_id,
      supplierId: row.supplier_id,
      supplierName: row.supplier_name,
      county: { code: row.county_code, name: row.county_name },
      department: row.department,
      signedBy: row.signer,
      signedAt: row.signed_at.toISOString(),
      state: row.state,
      decisionReason: row.decision_reason,
      standing: row.standing,
      measures: row.measures,
    }),
  });
}

/** The same, counted by county. */
export async function readCountyTotals(
  database: Database,
  { grants }: Decider,
): Promise<ResponseOf<'GET /admission/recommendations/totals'>> {
  const rows = await database.read(countyTotals, [countyPatterns(grants)]);
  return {
    data: rows.map((row) => ({
      county: { code: row.county_code, name: row.county_name },
      recommended: row.recommended,
      certified: row.certified,
      rejected: row.rejected,
      inProgress: row.in_progress,
      underMeasures: row.under_measures,
      suspendedOrExited: row.suspended_or_exited,
    })),
  };
}

async function businessDay(database: Database): Promise<string> {
  const [row] = await database.read(todaySql);
  return row!.today;
}

function pageBy<Row, View>(
  rows: readonly Row[],
  limit: number,
  { placeOf, view }: { placeOf(row: Row): string; view(row: Row): View },
): { data: View[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  return { data: shown.map(view), nextCursor: rows.length > limit ? placeOf(shown.at(-1)!) : null };
}
