import { CrashHouse, type KillPoint } from './kill-point';

jest.setTimeout(300_000);

let house: CrashHouse;
beforeAll(async () => {
  house = await CrashHouse.start();
});
afterAll(() => house?.stop());

const shelf = {
  whose: 'api',
  lock: 'select from ordering.stock where sku_id = any ($1::uuid[]) for update',
  of: 'skus',
} as const;
const paidOrder = {
  whose: 'worker',
  lock: 'select from ordering.customer_order where id = any ($1::uuid[]) for update',
  of: 'order',
} as const;

/** One of each kind; `npm test -- --long` goes through all of them. */
test.each<[string, KillPoint]>([
  ['the api, before an order is committed', { who: 'api', during: 'place', at: 'order.place:beforeCommit' }],
  ['the api, when it is committed and not answered', { who: 'api', during: 'place', at: 'order.place:afterCommit' }],
  [
    'the api, between the provider and our own row',
    { who: 'api', during: 'startPayment', at: 'payment.start:afterCall' },
  ],
  ['PostgreSQL, amid an order', { who: 'postgres', during: 'place', amid: shelf }],
  ['the worker, amid a batch of events', { who: 'worker', during: 'pay', amid: paidOrder }],
])('killed: %s', (_, point) => house.survives(point));
