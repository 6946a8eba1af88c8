import { amidBatch, amidOrder, CrashHouse, type KillPoint } from './kill-point';

jest.setTimeout(300_000);

let house: CrashHouse;
beforeAll(async () => {
  house = await CrashHouse.start();
});
afterAll(() => house?.stop());

/** One of each kind; `npm test -- --long` goes through all of them. */
test.each<[string, KillPoint]>([
  ['the api, before an order is committed', { who: ['api'], during: 'place', at: 'order.place:beforeCommit' }],
  ['the api, when it is committed and not answered', { who: ['api'], during: 'place', at: 'order.place:afterCommit' }],
  [
    'the api, between the provider and our own row',
    { who: ['api'], during: 'startPayment', at: 'payment.start:afterCall' },
  ],
  ['PostgreSQL, amid an order', { who: ['postgres'], during: 'place', amid: amidOrder }],
  ['the worker, amid a batch of events', { who: ['worker'], during: 'pay', amid: amidBatch }],
  ['all at once, before the receipt', { who: ['api', 'worker', 'postgres'], during: 'receive' }],
])('killed: %s', (_, point) => house.survives(point));
