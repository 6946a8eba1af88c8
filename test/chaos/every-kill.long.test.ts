import { amidBatch, amidOrder, CrashHouse, type KillPoint } from './kill-point';
import { ways, type StepName } from './story';

jest.setTimeout(600_000);

const at = (who: 'api' | 'worker', during: StepName, ...points: string[]): KillPoint[] =>
  points.map((point) => ({ who: [who], during, at: point }));

const aroundCommit = (who: 'api' | 'worker', during: StepName, ...commands: string[]): KillPoint[] =>
  at(who, during, ...commands.flatMap((name) => [`${name}:beforeCommit`, `${name}:afterCommit`]));

/** A house for each few: one that dies often is started again ever more slowly, by design. */
const groups: Record<string, readonly KillPoint[]> = {
  'an order': [
    ...aroundCommit('api', 'place', 'order.place'),
    ...aroundCommit('api', 'startPayment', 'payment.look', 'POST /orders/{id}/payment', 'payment.keepMerchants'),
  ],
  'its payment': [
    ...aroundCommit('api', 'startPayment', 'payment.open', 'payment.offered'),
    ...at('api', 'startPayment', 'payment.start:beforeCall', 'payment.start:afterCall'),
  ],
  "the provider's word": [
    ...aroundCommit('api', 'pay', 'payment.receiveEvent'),
    ...aroundCommit('worker', 'pay', 'payment.onProviderEvent', 'ordering.onPaymentCaptured'),
  ],
  "the provider's word lost": aroundCommit('worker', 'askProvider', 'payment.takeStale', 'payment.applyAnswers'),
  goods: [
    ...aroundCommit('api', 'ship', 'POST /supplier/orders/{id}/shipment'),
    ...aroundCommit('api', 'receive', 'POST /orders/{id}/receipts'),
    ...aroundCommit('worker', 'release', 'ordering.release'),
  ],
  // Apart from the goods: one lot does not hold the parcels of both.
  shares: aroundCommit(
    'worker',
    'settle',
    'settlement.prepare',
    'settlement.begin',
    'settlement.shard',
    'settlement.close',
  ),
  'an order given up': aroundCommit(
    'api',
    'giveUp',
    'order.startCancelling',
    'payment.cancelled',
    'order.finishCancelling',
  ),
  'an order not paid in time': aroundCommit(
    'worker',
    'expire',
    'ordering.takeDue',
    'ordering.takeExpiring',
    'payment.cancelled',
    'order.finishCancelling',
  ),
  'amid a transaction': [
    { who: ['api'], during: 'place', amid: amidOrder },
    { who: ['postgres'], during: 'place', amid: amidOrder },
    { who: ['worker'], during: 'pay', amid: amidBatch },
    { who: ['postgres'], during: 'pay', amid: amidBatch },
  ],
  'all at once': ways.paid.map((during) => ({ who: ['api', 'worker', 'postgres'], during })),
};

const nameOf = ({ who, during, at: point, amid }: KillPoint) =>
  `${who.join(', ')}: ${during} ${point ?? (amid ? `amid a transaction of the ${amid.whose}` : 'not begun')}`;

describe.each(Object.entries(groups))('killed: %s', (_, points) => {
  let house: CrashHouse;
  beforeAll(async () => {
    house = await CrashHouse.start();
  });
  afterAll(() => house?.stop());

  test.each(points.map((point) => [nameOf(point), point] as const))('%s', (__, point) => house.survives(point));
});
