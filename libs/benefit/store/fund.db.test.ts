import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { money } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { openField, type Field } from '@xihuo/testing';
import { fundPool } from '../rules/fund-pool';
import { passAll } from '../actions/fund-obligations';
import { FUNDING_ORDER, POOLS } from '../rules/priority';
import { openFunding } from './fund.sql';

/** The set-based funding against the rule it is the twin of, over random harvests, debts and sales. */

const SUPPLIERS = 2;
const LOTS = 3;
const FEN = { min: 0n, max: 10n ** 9n };

interface Sale {
  id: string;
  lineId: string;
  lot: number;
  left: bigint;
}

interface Debt {
  id: string;
  kind: (typeof FUNDING_ORDER)[number];
  supplier: number;
  /** Null for wages, which no lot earned. */
  lot: number | null;
  open: bigint;
}

let field: Field;
let suppliers: string[];
let lots: { id: string; supplier: number }[];
let agreements: string[];

beforeAll(async () => {
  field = await openField();
  suppliers = Array.from({ length: SUPPLIERS }, () => randomUUID());
  lots = Array.from({ length: LOTS }, (_, index) => ({ id: randomUUID(), supplier: index % SUPPLIERS }));
  const rows = await field.rows<{ id: string }>(
    `insert into benefit.agreement (supplier_id, household_id, kind, version, daily_wage_fen, effective_from)
     select supplier, gen_random_uuid(), 'employment', 1, 1, '2026-01-01' from unnest($1::uuid[]) supplier returning id`,
    [suppliers],
  );
  agreements = rows.map((row) => row.id);
});
afterAll(() => field.close());

const lotOf = (index: number) => lots[index % LOTS]!;

/** Many small and some large amounts, so that rounding and exhaustion both happen. */
const amount = fc.oneof(fc.bigInt({ min: 0n, max: 40n }), fc.bigInt(FEN));
const sale = fc.record({ id: fc.uuid(), lineId: fc.uuid(), lot: fc.nat(LOTS - 1), left: amount });
const debt = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...FUNDING_ORDER),
  supplier: fc.nat(SUPPLIERS - 1),
  lot: fc.option(fc.nat(LOTS - 1)),
  open: amount.map((fen) => fen + 1n),
});

/** What the rule says: pass after pass, pool after pool. */
function byRule(sales: Sale[], debts: Debt[]): Map<string, bigint> {
  const left = new Map(sales.map((item) => [item.id, item.left]));
  const open = new Map(debts.map((item) => [item.id, item.open]));
  const shares = new Map<string, bigint>();
  for (const kind of FUNDING_ORDER) {
    for (const pool of POOLS) {
      const poolOfSale = (item: Sale) => (pool === 'lot' ? lotOf(item.lot).id : suppliers[lotOf(item.lot).supplier]!);
      const poolOfDebt = (item: Debt) =>
        pool === 'lot' ? (item.lot === null ? '' : lotOf(item.lot).id) : suppliers[item.supplier]!;
      for (const key of new Set(sales.map(poolOfSale))) {
        const found = fundPool(
          sales
            .filter((item) => poolOfSale(item) === key && left.get(item.id)! > 0n)
            .map(({ id }) => ({ id, leftFen: money.fen(left.get(id)!) })),
          debts
            .filter((item) => item.kind === kind && poolOfDebt(item) === key && open.get(item.id)! > 0n)
            .map(({ id }) => ({ id, openFen: money.fen(open.get(id)!) })),
        );
        for (const { sourceId, debtId, amountFen } of found) {
          shares.set(`${sourceId} ${debtId}`, (shares.get(`${sourceId} ${debtId}`) ?? 0n) + amountFen);
          left.set(sourceId, left.get(sourceId)! - amountFen);
          open.set(debtId, open.get(debtId)! - amountFen);
        }
      }
    }
  }
  return shares;
}

async function bySql(tx: Tx, sales: Sale[], debts: Debt[]): Promise<Map<string, bigint>> {
  const runId = randomUUID();
  await tx.client.query(
    `insert into benefit.obligation (id, agreement_id, supplier_id, household_id, lot_id, kind, source_kind, source_id, quantity, rate_fen, amount_fen, earned_on, created_at)
     select id, agreement_id, supplier_id, gen_random_uuid(), lot_id, kind, 'work', id, 1, 1, amount_fen, '2026-01-01', now()
       from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::bigint[]) as debt (id, agreement_id, supplier_id, lot_id, kind, amount_fen)`,
    [
      debts.map((item) => item.id),
      debts.map((item) => agreements[item.supplier]),
      debts.map((item) => suppliers[item.supplier]),
      debts.map((item) => (item.lot === null ? null : lotOf(item.lot).id)),
      debts.map((item) => item.kind),
      debts.map((item) => item.open.toString()),
    ],
  );
  await tx.sql(openFunding);
  await tx.client.query(
    `insert into fundable (line_id, lot_id, supplier_id, net_fen, goods_fen, paid_fen)
     select item.*, item.net_fen, item.net_fen from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[]) as item (line_id, lot_id, supplier_id, net_fen)`,
    [
      sales.map((item) => item.lineId),
      sales.map((item) => lotOf(item.lot).id),
      sales.map((item) => suppliers[lotOf(item.lot).supplier]),
      sales.map((item) => item.left.toString()),
    ],
  );
  await passAll(tx, runId);
  const { rows } = await tx.client.query<{ source: string; debt: string; fen: bigint }>(
    'select line_id::text || lot_id::text as source, obligation_id as debt, amount_fen as fen from benefit.share where run_id = $1',
    [runId],
  );
  return new Map(rows.map((row) => [`${row.source} ${row.debt}`, row.fen]));
}

test('SQL and rule share every fen alike, whatever was sold and whatever is owed', async () => {
  const sales = fc
    .uniqueArray(sale, { maxLength: 10, selector: (item) => item.lineId })
    .map((items) => items.map((item) => ({ ...item, id: item.lineId + lotOf(item.lot).id })));
  const debts = fc.uniqueArray(debt, { maxLength: 12, selector: (item) => item.id }).map((items) =>
    // A lot is one supplier's, and so is every debt that its deliveries made.
    items.map((item) =>
      item.lot === null || item.kind === 'wage'
        ? { ...item, lot: null }
        : { ...item, supplier: lotOf(item.lot).supplier },
    ),
  );
  await fc.assert(
    fc.asyncProperty(sales, debts, async (sold, owed) => {
      const undone = new Error('undone');
      let shares = new Map<string, bigint>();
      await field
        .does(async (tx) => {
          shares = await bySql(tx, sold, owed);
          throw undone;
        })
        .catch((error: unknown) => expect(error).toBe(undone));
      expect([...shares].sort()).toEqual([...byRule(sold, owed)].sort());
    }),
    { numRuns: 120 },
  );
});
