import { fail, type ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import { cursorAt, placeIn, type Actor, type Database } from '@xihuo/platform';
import { whyEarned } from '../rules/why';
import { earnedOf } from '../store/dues.sql';
import { ownHouseholds } from './benefit-kit';
import { duesView } from './dues-view';
import { earningsOf, earningTotals, householdOf, householdsNamed, type EarningRow } from '../store/earnings.sql';

type EarningsView = ResponseOf<'GET /me/earnings'>;

/**
 * The household that somebody reads of: the one named, which has to be its own, or the first by name.
 *
 * @throws ProblemError NOT_FOUND
 */
export async function viewOwnEarnings(
  database: Database,
  actor: Actor,
  { household, cursor, limit }: { household?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<EarningsView> {
  const households = await database.read(householdsNamed, [ownHouseholds(actor)]);
  const wanted = household === undefined ? households[0] : households.find(({ id }) => id === household);
  if (!wanted) throw fail('NOT_FOUND');
  const view = await viewEarnings(database, wanted.id, cursor, limit);
  return {
    ...view,
    households: households.map(({ id, display_name: displayName, village }) => ({ id, displayName, village })),
  };
}

/** A household's own page. `cursor` is that of the page before. @throws ProblemError INVALID_INPUT */
export async function viewEarnings(
  database: Database,
  householdId: string,
  cursor: string | undefined,
  limit: number,
): Promise<Omit<EarningsView, 'households'>> {
  const after = placeIn(cursor);
  const [[household], [totals], rows] = await Promise.all([
    database.read(householdOf, [householdId]),
    database.read(earningTotals, [householdId]),
    database.read(earningsOf, [householdId, after, limit + 1]),
  ]);
  if (!household || !totals) throw fail('NOT_FOUND');
  const shown = rows.slice(0, limit);
  return {
    household: {
      id: household.id,
      displayName: household.display_name,
      village: household.village,
      countyName: household.county_name,
    },
    totals: duesView(totals),
    data: shown.map(earningView),
    nextCursor: rows.length > limit ? cursorAt(shown.at(-1)!.id) : null,
  };
}

function earningView(row: EarningRow): EarningsView['data'][number] {
  return {
    id: row.id,
    kind: row.kind,
    supplierName: row.supplier_name,
    agreement:
      row.agreement_id === null
        ? null
        : { id: row.agreement_id, kind: row.agreement_kind!, version: row.agreement_version! },
    why: whyEarned(earnedOf(row)),
    earnedOn: row.earned_on,
    ...duesView(row),
    contestId: row.contest_id,
    shares: row.shares.map((share) => ({
      settledAt: new Date(share.settledAt).toISOString(),
      lotCode: share.lotCode,
      rule: share.rule,
      amount: money.toWire(money.fen(BigInt(share.amountFen))),
    })),
  };
}
