import { randomUUID } from 'node:crypto';
import { holding, openShop, type Shop } from '@xihuo/testing';
import { viewEarnings } from '../view-earnings';
import { witnessPayment } from './answer-payment';
import { recordOutsidePayment } from './record-payment';
import { settleSilentPayments } from './settle-payments';

/** What silence makes of many payments at once. */

let shop: Shop;
let scale: ReturnType<Shop['scale']>;
let supplierId: string;
let household: string;
beforeAll(async () => {
  shop = await openShop();
  scale = shop.scale();
  const offer = await shop.offer();
  ({ supplierId } = offer);
  // Owed 80.00.
  const harvest = await shop.harvest({ offer, grams: [10_000n], floorFenPerKg: 800n, premiumFenPerKg: 0n });
  household = harvest.households[0]!;
});
afterAll(() => holding.closeSound(shop));

async function said(fen: number): Promise<{ id: string; paperId: string }> {
  const [paper] = await shop.rows<{ file_id: string }>(
    `insert into benefit.paper (file_id, supplier_id, sha256, pages, uploaded_by, uploaded_at)
     values (gen_random_uuid(), $1, sha256(uuidv7()::text::bytea), 1, gen_random_uuid(), now()) returning file_id`,
    [supplierId],
  );
  const payment = {
    ...{ id: randomUUID(), supplierId, householdId: household, method: 'cash' as const, paperId: paper!.file_id },
    ...{ amount: { amount: String(fen), currency: 'CNY' as const }, paidOn: await scale.today() },
  };
  await scale.asClerk(supplierId, (tx) => recordOutsidePayment(tx, scale.kit, payment));
  return { id: payment.id, paperId: payment.paperId };
}

/** How many statements it takes to settle so many that lapse and so many that stand, on a day. */
async function asked(lapsing: number, standing: number, day: number): Promise<number> {
  const payments: Awaited<ReturnType<typeof said>>[] = [];
  for (let at = 0; at < lapsing + standing; at += 1) payments.push(await said(100));
  const on = await scale.today();
  for (const { id, paperId } of payments.slice(lapsing))
    await scale.asClerk(supplierId, (tx) =>
      witnessPayment(tx, scale.kit, { id, version: 1, name: '示例村干部', role: 'villageOfficer', paperId, on }),
    );
  await shop.setClock(`${day} days`);
  return shop.does(async (tx) => {
    let statements = 0;
    const sql = tx.sql.bind(tx);
    tx.sql = ((...wanted: Parameters<typeof sql>) => {
      statements += 1;
      return sql(...wanted);
    }) as typeof tx.sql;
    expect(await settleSilentPayments(tx, scale.kit)).toBe(lapsing + standing);
    return statements;
  });
}

test('however many were left unanswered, they are settled by as many statements, to the fen', async () => {
  const few = await asked(1, 1, 31);
  expect(await asked(5, 4, 62)).toBe(few);
  const { due, paidOutside, waiting, open } = (await viewEarnings(shop.database, household, undefined, 10)).totals;
  expect([due, paidOutside, waiting, open].map(({ amount }) => Number(amount))).toEqual([8_000, 500, 0, 7_500]);
  expect(
    await shop.count(
      `select balance_fen from ledger.balance_v join ledger.account on id = account_id
        where code = 'supplierDebt' and owner_id = $1`,
      [supplierId],
    ),
  ).toBe(7_500);
});
