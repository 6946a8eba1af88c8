import type { Caller } from '@xihuo/platform';
import { openShop, type Shop } from '@xihuo/testing';
import { giveFeedback, listFeedback } from './give-feedback';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop?.close());

const callerAs = (role: 'supplier' | 'operator', organisationId: string | null) =>
  ({ person: { grants: [{ role, organisationId, jurisdiction: null, householdId: null }] } }) as unknown as Caller;

test('words about a lot reach its supplier and the platform, and no other supplier', async () => {
  const [offer, other] = [await shop.offer(), await shop.offer()];
  const { code } = await shop.harvest({ offer, grams: [1_000n] });
  await shop.does((tx) => giveFeedback(tx, code, { kind: 'good', words: '很甜' }));
  await shop.does((tx) => giveFeedback(tx, code, { kind: 'safety', words: '袋子里有异物' }));
  const read = (caller: Caller, kind?: 'safety') =>
    listFeedback(shop.database, caller, { limit: 24, ...(kind ? { kind } : {}) }).then(({ data }) =>
      data.map(({ words, lot }) => [words, lot.code]),
    );
  expect(await read(callerAs('supplier', offer.supplierId))).toEqual([
    ['袋子里有异物', code],
    ['很甜', code],
  ]);
  expect(await read(callerAs('operator', null), 'safety')).toEqual([['袋子里有异物', code]]);
  expect(await read(callerAs('supplier', other.supplierId))).toEqual([]);
});

test('a code that is of no lot is not found', async () => {
  await expect(
    shop.does((tx) => giveFeedback(tx, 'LOT-NOBODY-KNOWS', { kind: 'other', words: '你好' })),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
