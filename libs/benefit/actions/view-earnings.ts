import { fail, type ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import type { Database } from '@xihuo/platform';
import { whyEarned } from '../rules/why';
import { earningsOf, earningTotals, householdOf, type EarningRow } from '../store/earnings.sql';

type EarningsView = ResponseOf<'GET /me/earnings'>;

const wire = (fen: bigint) => money.toWire(money.fen(fen));

/** A household's own page. `after` is the id of the last earning of the page before. */
export async function viewEarnings(
  database: Database,
  householdId: string,
  after: string | null,
  limit: number,
): Promise<EarningsView> {
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
    totals: {
      due: wire(totals.due_fen),
      funded: wire(totals.funded_fen),
      paidOutside: wire(0n),
      waiting: wire(0n),
      open: wire(totals.due_fen - totals.funded_fen),
    },
    data: shown.map(earningView),
    nextCursor: rows.length > limit ? shown.at(-1)!.id : null,
  };
}

function earningView(row: EarningRow): EarningsView['data'][number] {
  return {
    id: row.id,
    kind: row.kind,
    supplierName: row.supplier_name,
    agreement: { id: row.agreement_id, kind: row.agreement_kind, version: row.agreement_version },
    why: whyEarned({ kind: row.kind, productName: row.product_name, quantity: row.quantity, rateFen: row.rate_fen }),
    earnedOn: row.earned_on,
    due: wire(row.amount_fen),
    funded: wire(row.funded_fen),
    paidOutside: wire(0n),
    waiting: wire(0n),
    open: wire(row.amount_fen - row.funded_fen),
    contestId: null,
    shares: row.shares.map((share) => ({
      settledAt: new Date(share.settledAt).toISOString(),
      lotCode: share.lotCode,
      rule: share.rule,
      amount: wire(BigInt(share.amountFen)),
    })),
  };
}
