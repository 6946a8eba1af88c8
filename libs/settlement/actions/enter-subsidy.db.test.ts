import { time } from '@xihuo/kernel';
import { command } from '@xihuo/platform';
import { holding, openShop, type Shop } from '@xihuo/testing';
import { enterSubsidy } from './enter-subsidy';
import { runSettlement } from './run-settlement';

const yuan = (fen: number) => ({ amount: String(fen), currency: 'CNY' as const });

let shop: Shop;
let funder: string;
beforeEach(async () => {
  shop = await openShop();
  const offer = await shop.offer({ priceFen: 10_000n });
  funder = await shop.supplier();
  await shop.promotions.running({
    ...{ kind: 'fullReduction', thresholdFen: 10_000n, reductionFen: 3_000n },
    funders: [{ kind: 'organisation', organisationId: funder, shareBp: 10_000 }],
  });
  await shop.receivedOrder(new Map([[offer.productId, await shop.lot(offer, 100_000n)]]), { offer });
  await shop.setClock('8 days');
  await shop.releaseAfter(8);
  const end = await shop.does((tx) => Promise.resolve(time.businessDate(tx.now)));
  await shop.setClock('9 days');
  await shop.does((tx) => runSettlement(tx, end));
});
afterEach(() => holding.closeSound(shop));

const enter = (by: string, fen = 3_000, bankReference = 'BANK-1') =>
  command(shop.database, { name: 'test', actor: { kind: 'system', name: 'test' }, requestId: 'test' }, (tx) =>
    enterSubsidy(tx, { funderId: funder, amount: yuan(fen), bankReference }, by),
  ).then(({ view }) => view);
const received = () => shop.count('select coalesce(sum(received_fen), 0) from settlement.subsidy');

test('what one person enters moves nothing until another has written the same', async () => {
  expect(await enter('person:one')).toMatchObject({ state: 'waits', suppliers: 0, open: yuan(3_000) });
  expect(await received()).toBe(0);
  await expect(enter('person:one')).rejects.toMatchObject({ code: 'FOUR_EYES' });
  expect(await received()).toBe(0);
  expect(await enter('person:another')).toMatchObject({ state: 'booked', suppliers: 1, open: yuan(0) });
  expect(await received()).toBe(3_000);
  expect(await shop.rows('select entered_by, recorded_by from settlement.subsidy_receipt')).toEqual([
    { entered_by: 'person:one', recorded_by: 'person:another' },
  ]);
  await expect(enter('person:one')).rejects.toMatchObject({ code: 'SUBSIDY_RECEIPT_KNOWN' });
});

test.each([
  [
    'another sum',
    [
      ['person:one', 2_000],
      ['person:another', 3_000],
    ],
    'waits',
  ],
  [
    'a slip that its writer mends',
    [
      ['person:one', 2_000],
      ['person:one', 3_000],
      ['person:another', 3_000],
    ],
    'booked',
  ],
  [
    'a slip that the other finds',
    [
      ['person:one', 2_000],
      ['person:another', 3_000],
      ['person:one', 3_000],
    ],
    'booked',
  ],
] as const)('%s', async (_name, entries, expected) => {
  let state = '';
  for (const [by, fen] of entries) ({ state } = await enter(by, fen));
  expect(state).toBe(expected);
  expect(await received()).toBe(expected === 'booked' ? 3_000 : 0);
});

test('two who agree at the same moment book it once, and more than is owed is refused to the first already', async () => {
  await enter('person:one');
  const ends = await Promise.allSettled([enter('person:two'), enter('person:three')]);
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await received()).toBe(3_000);
  await expect(enter('person:one', 1, 'BANK-2')).rejects.toMatchObject({ code: 'SUBSIDY_TOO_LARGE' });
});
