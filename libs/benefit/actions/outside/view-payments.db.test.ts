import { randomUUID } from 'node:crypto';
import type { Actor } from '@xihuo/platform';
import { openShop, type Shop } from '@xihuo/testing';
import { confirmPayment, contestPayment } from './answer-payment';
import { recordOutsidePayment } from './record-payment';
import { viewOwnPayments, viewPayment } from './view-payments';

let shop: Shop;
let scale: ReturnType<Shop['scale']>;
let supplierId: string;
let household: string;

beforeAll(async () => {
  shop = await openShop();
  scale = shop.scale();
  supplierId = await shop.supplier();
  household = await shop.workedDays(supplierId, 3, 10_000n);
});
afterAll(() => shop?.close());

const record = async (fen: number): Promise<string> => {
  const [paper] = await shop.rows<{ file_id: string }>(
    `insert into benefit.paper (file_id, supplier_id, sha256, pages, uploaded_by, uploaded_at)
     values (gen_random_uuid(), $1, sha256(gen_random_uuid()::text::bytea), 1, gen_random_uuid(), now()) returning file_id`,
    [supplierId],
  );
  const payment = {
    ...{ id: randomUUID(), supplierId, householdId: household, method: 'cash' as const },
    paperId: paper!.file_id,
    ...{ amount: { amount: String(fen), currency: 'CNY' as const }, paidOn: await scale.today() },
  };
  await scale.asClerk(supplierId, (tx) => recordOutsidePayment(tx, scale.kit, payment));
  return payment.id;
};
const farmerOf = (householdId: string): Actor => ({
  ...{ kind: 'person', personId: randomUUID() },
  grants: [{ role: 'farmer', organisationId: null, jurisdiction: null, householdId }],
});

test('others neither read nor answer it, the supplier least of all', async () => {
  const id = await record(100);
  const stranger = await shop.household(supplierId);
  const answered = { id, version: 1 };
  for (const answering of [
    scale.asHousehold(stranger, (tx) => confirmPayment(tx, scale.kit, answered)),
    scale.asClerk(supplierId, (tx) => confirmPayment(tx, scale.kit, answered)),
    viewPayment(shop.database, { actor: farmerOf(stranger), side: 'household' }, id),
  ])
    await expect(answering).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(
    scale.asHousehold(household, (tx) => confirmPayment(tx, scale.kit, { id, version: 7 })),
  ).rejects.toMatchObject({ code: 'STALE_VERSION' });
  await scale.asHousehold(household, (tx) => confirmPayment(tx, scale.kit, answered));
});

test('a household reads what waits for its answer first, page by page', async () => {
  const ids: string[] = [];
  for (const fen of [1, 2, 3, 4, 5]) ids.push(await record(fen));
  await scale.asHousehold(household, (tx) => confirmPayment(tx, scale.kit, { id: ids[4]!, version: 1 }));
  const no = { id: ids[1]!, version: 1, reason: '没有收到' };
  await scale.asHousehold(household, (tx) => contestPayment(tx, scale.kit, no));
  const seen: string[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await viewOwnPayments(shop.database, farmerOf(household), { cursor, limit: 2 });
    seen.push(...page.data.map(({ state, amount }) => `${state} ${amount.amount}`));
    cursor = page.nextCursor ?? undefined;
  }
  expect(new Set(seen.slice(0, 3))).toEqual(new Set(['recorded 1', 'recorded 3', 'recorded 4']));
  expect(new Set(seen.slice(3))).toEqual(new Set(['confirmed 5', 'contested 2', 'confirmed 100']));
});
