import { randomUUID } from 'node:crypto';
import type { Actor } from '@xihuo/platform';
import { holding } from '@xihuo/testing';
import { CARDS, openPayoutDesk, tells, type PayoutDesk } from '../../fixtures/payout-desk';
import { viewOwnPayouts } from './view-own-payouts';

let desk: PayoutDesk;
let farmer: Actor;
beforeEach(async () => {
  desk = await openPayoutDesk();
  farmer = of(desk.household);
});
afterEach(() => holding.closeSound(desk.shop));

const of = (householdId: string): Actor => ({
  kind: 'person',
  personId: randomUUID(),
  grants: [{ role: 'farmer', householdId, organisationId: null, jurisdiction: null }],
});
const read = (household?: string) => viewOwnPayouts(desk.shop.database, farmer, { household, limit: 10 });
const yuan = (fen: number) => ({ amount: String(fen), currency: 'CNY' as const });

test('a household reads what is due, under way, paid and sent back, to which card, and why', async () => {
  await desk.settled();
  expect(await read()).toMatchObject({ due: yuan(2_000), underWay: yuan(0), account: null, waiting: null, data: [] });
  const id = await desk.propose(desk.household);
  expect(await read()).toMatchObject({ account: null, waiting: { numberTail: '4242' } });
  await desk.decide(id, 'confirm');
  await desk.later(72);
  expect(await read()).toMatchObject({ account: { numberTail: '4242', state: 'confirmed' }, waiting: null });

  const run = await desk.atTheBank();
  expect(await read()).toMatchObject({ due: yuan(0), underWay: yuan(2_000), data: [{ state: 'setAside' }] });
  const [item] = await desk.itemsOf(run);
  const today = await desk.today();
  await desk.tell(run, tells(item!, 'pay', { on: today }));
  const paid = { underWay: yuan(0), paidThisMonth: yuan(2_000), paidThisYear: yuan(2_000) };
  expect(await read()).toMatchObject({ ...paid, data: [{ state: 'paid', on: today, purpose: 'share', reason: null }] });

  await desk.tell(run, tells(item!, 'bounce', { on: today, reason: '户名不符' }));
  expect(await read()).toMatchObject({
    ...{ due: yuan(2_000), paidThisMonth: yuan(0), account: { state: 'returned' } },
    data: [{ state: 'returned', reason: '户名不符' }],
  });
  await desk.propose(desk.household, CARDS[1]);
  expect(await read()).toMatchObject({ waiting: { numberTail: '0018' } });
});

test('it reads its own and no other', async () => {
  const other = await desk.shop.household(desk.offer.supplierId);
  await expect(read(other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(viewOwnPayouts(desk.shop.database, { kind: 'guest' }, { limit: 10 })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect((await read()).householdId).toBe(desk.household);
});
