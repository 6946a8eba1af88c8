import { randomUUID } from 'node:crypto';
import { money, time } from '@xihuo/kernel';
import { openShop, type Shop } from '@xihuo/testing';
import { fundObligations, openFundable } from './fund-obligations';
import { obligationsOf } from '../store/dues.sql';
import { earningsOf } from '../store/earnings.sql';
import { viewEarnings, viewOwnEarnings } from './view-earnings';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

/** Funds the supplier's debts from one sold line of a lot, as a settlement run does. */
async function fund(lotId: string, supplierId: string, netFen: bigint): Promise<void> {
  await shop.does(async (tx) => {
    await openFundable(tx);
    await tx.client.query(
      'insert into fundable (line_id, lot_id, supplier_id, net_fen, goods_fen, paid_fen) values (gen_random_uuid(), $1, $2, $3, $3, $3)',
      [lotId, supplierId, netFen.toString()],
    );
    const funded = await fundObligations(tx, randomUUID(), time.businessDate(tx.now));
    expect(funded.get(supplierId)).toBe(money.fen(netFen));
  });
}

test('a household reads what it earned, why, by which rule and how much of it is put aside', async () => {
  const offer = await shop.offer();
  const { lotId, code, households } = await shop.harvest({
    offer,
    grams: [1_500n],
    floorFenPerKg: 800n,
    premiumFenPerKg: 40n,
  });
  const [household] = households as [string];
  await fund(lotId, offer.supplierId, 500n);
  await fund(lotId, offer.supplierId, 720n);

  const earnings = await viewEarnings(shop.database, household, undefined, 10);
  const yuan = (amount: string) => ({ amount, currency: 'CNY' });
  expect(earnings.totals).toEqual({
    due: yuan('1260'),
    funded: yuan('1220'),
    ...{ paidOutside: yuan('0'), waiting: yuan('0'), open: yuan('40') },
  });
  expect(earnings.household).toMatchObject({ id: household, village: '示例村', countyName: '洛川县' });
  const byKind = new Map(earnings.data.map((earning) => [earning.kind, earning]));
  expect(byKind.get('floorPrice')).toMatchObject({
    agreement: { kind: 'contractPurchase', version: 1 },
    why: { zh: '交售示例苹果 1.5 千克，保底价每千克 8.00 元', en: expect.stringContaining('1.5 kg') },
    earnedOn: '2026-01-15',
    ...{ due: yuan('1200'), funded: yuan('1200'), open: yuan('0') },
    shares: [
      { lotCode: code, rule: 'benefit.fund@2', amount: yuan('700') },
      { lotCode: code, rule: 'benefit.fund@2', amount: yuan('500') },
    ],
  });
  expect(byKind.get('premium')).toMatchObject({ due: yuan('60'), funded: yuan('20'), open: yuan('40') });
});

test('pages of earnings follow each other without a gap', async () => {
  const supplierId = await shop.supplier();
  const household = await shop.workedDays(supplierId, 1, 100n);
  const [agreement] = await shop.rows<{ id: string }>('select id from benefit.agreement where household_id = $1', [
    household,
  ]);
  await shop.rows(
    `insert into benefit.obligation (agreement_id, supplier_id, household_id, kind, source_kind, source_id, quantity, rate_fen, amount_fen, earned_on, created_at)
     select $1, $2, $3, 'wage', 'work', gen_random_uuid(), 1, 100, 100, '2026-01-01', now() from generate_series(1, 4)`,
    [agreement!.id, supplierId, household],
  );
  const seen: string[] = [];
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page = await viewEarnings(shop.database, household, after, 2);
    seen.push(...page.data.map((earning) => earning.id));
    after = page.nextCursor ?? undefined;
  }
  expect([seen.length, new Set(seen).size]).toEqual([5, 5]);
  expect([...seen].sort().reverse()).toEqual(seen);
});

test('a household nobody knows has no page', async () => {
  await expect(viewEarnings(shop.database, randomUUID(), undefined, 10)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('who is of two households reads of each, and of no other', async () => {
  const supplierId = await shop.supplier();
  const own = [await shop.workedDays(supplierId, 1, 100n), await shop.workedDays(supplierId, 2, 100n)] as const;
  const strange = await shop.workedDays(supplierId, 3, 100n);
  const grants = own.map((householdId) => ({
    ...{ role: 'farmer' as const, organisationId: null, jurisdiction: null, householdId },
  }));
  const actor = { kind: 'person' as const, personId: randomUUID(), grants };
  const read = (household?: string) => viewOwnEarnings(shop.database, actor, { household, limit: 10 });
  const seen = await read();
  expect(seen.households.map(({ id }) => id).sort()).toEqual([...own].sort());
  for (const id of own) expect((await read(id)).household.id).toBe(id);
  expect((await read(own[1])).totals.due).toEqual({ amount: '6000', currency: 'CNY' });
  await expect(read(strange)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('what others objected to is not read for a page of lines, however much it is', async () => {
  const offer = await shop.offer();
  const { households } = await shop.harvest({ offer, grams: [1_500n, 2_500n], premiumFenPerKg: 40n });
  await shop.rows(
    `insert into benefit.contest (obligation_id, supplier_id, household_id, state, reason, opened_at, answer_by)
     select id, supplier_id, household_id, 'closed', '不对', now(), '2026-03-01'
       from benefit.obligation cross join generate_series(1, 2000) where household_id = $1`,
    [households[1]],
  );
  await shop.rows('analyze benefit.contest');
  const read = await shop.does(async (tx) => {
    const own = await tx.sql(earningsOf, [households[0], null, 25]);
    const desk = await tx.sql(obligationsOf, [households[0], false, null, 25, [offer.supplierId], []]);
    expect([own.length, desk.length]).toEqual([2, 2]);
    const { rows } = await tx.client.query<{ rows: number }>(
      `select (seq_tup_read + idx_tup_fetch)::int as rows from pg_stat_xact_user_tables where relid = 'benefit.contest'::regclass`,
    );
    return rows[0]!.rows;
  });
  expect(read).toBe(0);
});
