import { randomUUID } from 'node:crypto';
import { openShop, type Shop } from '@xihuo/testing';
import { oweConfirmedDeliveries } from '../release-held';
import { viewEarnings } from '../view-earnings';
import { confirmPayment, withdrawPayment } from './answer-payment';
import { recordOutsidePayment } from './record-payment';
import { settleSilentPayments } from './settle-payments';

/** A delivery is corrected downwards while a payment for it waits. */

let shop: Shop;
let scale: ReturnType<Shop['scale']>;
let supplierId: string;
let household: string;
let delivery: string;

beforeAll(async () => {
  shop = await openShop();
  scale = shop.scale();
});
afterAll(() => shop?.close());
beforeEach(async () => {
  await shop.setClock('0 days');
  const offer = await shop.offer();
  ({ supplierId } = offer);
  // Owed 80.00.
  const harvest = await shop.harvest({ offer, grams: [10_000n], floorFenPerKg: 800n, premiumFenPerKg: 0n });
  household = harvest.households[0]!;
  const [brought] = await shop.rows<{ id: string }>('select id from trace.delivery where household_id = $1', [
    household,
  ]);
  delivery = brought!.id;
});

async function said(fen: number): Promise<string> {
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
  return payment.id;
}

/** The delivery that stands weighs this much instead. */
async function corrected(grams: number): Promise<void> {
  const [made] = await shop.rows<{ id: string }>(
    `with old as (update trace.delivery set counts = false, state = 'corrected' where id = $1 returning *)
     insert into trace.delivery select (jsonb_populate_record(null::trace.delivery, to_jsonb(old) || jsonb_build_object(
       'id', uuidv7(), 'grams', $2::bigint, 'yield_grams', $2::bigint, 'replaces_id', old.id, 'root_id', coalesce(old.root_id, old.id),
       'correction_reason', '看错了磅单', 'counts', true, 'entered', 'scale', 'state', 'confirmed'))).* from old returning id`,
    [delivery, grams],
  );
  const told = [{ deliveryId: made!.id }];
  delivery = made!.id;
  await shop.does((tx) => oweConfirmedDeliveries(tx, scale.kit, told));
}

/** Due, paid outside, waiting and open, and what the books say the supplier owes; in fen. */
async function dues() {
  const { totals } = await viewEarnings(shop.database, household, undefined, 10);
  const debt = await shop.count(
    `select balance_fen from ledger.balance_v join ledger.account on id = account_id
      where code = 'supplierDebt' and owner_id = $1`,
    [supplierId],
  );
  return [...[totals.due, totals.paidOutside, totals.waiting, totals.open].map(({ amount }) => Number(amount)), debt];
}
const silence = async () => {
  await shop.setClock('31 days');
  await shop.does((tx) => settleSilentPayments(tx, scale.kit));
};

test('lapsed, it is owed what the new line is worth and not a fen more', async () => {
  await said(6_000);
  await corrected(5_000);
  await silence();
  expect((await dues()).slice(1)).toEqual([0, 0, 4_000, 4_000]);
});

test('taken back, the same', async () => {
  const id = await said(8_000);
  await corrected(2_000);
  await scale.asClerk(supplierId, (tx) => withdrawPayment(tx, scale.kit, { id, version: 1, reason: '登记错了' }));
  expect((await dues()).slice(1)).toEqual([0, 0, 1_600, 1_600]);
});

test('corrected twice, and two payments: each sets free what is left of the worth', async () => {
  await said(5_000);
  await corrected(9_000);
  await said(2_000);
  await corrected(4_000);
  await silence();
  expect((await dues()).slice(1)).toEqual([0, 0, 3_200, 3_200]);
});

test('corrected upwards, all of it is open again', async () => {
  await said(8_000);
  await corrected(12_000);
  await silence();
  expect((await dues()).slice(1)).toEqual([0, 0, 9_600, 9_600]);
});

test('a household that says it has the money keeps it', async () => {
  const id = await said(8_000);
  await corrected(5_000);
  await scale.asHousehold(household, (tx) => confirmPayment(tx, scale.kit, { id, version: 1 }));
  expect((await dues()).slice(1)).toEqual([8_000, 0, 0, 0]);
});
