import { money } from '@xihuo/kernel';
import { startPayment } from '@xihuo/payment';
import { asTest, holding, openShop, testMasterKey, type Offer, type PlacedOrder, type Shop } from '@xihuo/testing';
import { startTestSandbox, type TestSandbox } from '../../infra/sandbox/testing';
import { jobRound } from './job-round';
import { tillOf } from './sandbox-till';

/** Clocks that jump (F7): deadlines go by the database's alone; where that jumps nothing is done twice, and nothing is undone. */

let shop: Shop;
let sandbox: TestSandbox;
let offer: Offer;

beforeAll(async () => {
  [shop, sandbox] = await Promise.all([openShop(), startTestSandbox()]);
  offer = await shop.offer({ priceFen: 1_000n, stock: 1_000 });
});
afterAll(async () => {
  await sandbox?.close();
  await holding.closeSound(shop);
});
afterEach(async () => {
  shop.setHostClock(0);
  await shop.setClock('0');
});

const till = () => tillOf(shop.database, sandbox.origin, sandbox.webhookSecret);
const rounds = async (...names: string[]) => {
  const { origin, webhookSecret } = sandbox;
  for (const name of names)
    await jobRound({ database: shop.database, masterKey: testMasterKey, origin, webhookSecret }, name);
};

/** At the cashier; answers the provider's name of the payment. */
async function started(order: PlacedOrder): Promise<string> {
  const legs = order.supplierOrders.map((part) => ({
    ...{ supplierOrderId: part.id, supplierId: part.supplier.id, amountFen: money.fromWire(part.amount) },
  }));
  const returnUrl = 'http://localhost:3000/orders/1';
  await startPayment(till(), { orderId: order.id, orderNumber: order.number, legs, returnUrl, ...asTest });
  const [row] = await shop.rows<{ ref: string }>(
    'select provider_payment as ref from payment.payment where order_id = $1',
    [order.id],
  );
  return row!.ref;
}
async function stands({ id }: PlacedOrder) {
  const [row] = await shop.rows<{ state: string; released: number; booked: number }>(
    `select state, (select count(*)::integer from ordering.stock_movement where order_id = $1 and kind = 'release') as released,
            (select count(*)::integer from ledger.transfer join ordering.supplier_order part on part.id = source_id
              where part.order_id = $1 and code = 'payment.capture') as booked
       from ordering.customer_order where id = $1`,
    [id],
  );
  return row;
}
const waits = { state: 'awaitingPayment', released: 0, booked: 0 };

test.each([60, -60])(
  'a host whose clock is %i minutes off gives no order another deadline, cancels none, and learns of its money all the same',
  async (minutes) => {
    const paid = await shop.placedOrder({ offer });
    const ref = await started(paid);
    await sandbox.stripe.paymentIntents.confirm(ref, { payment_method: 'pm_card_visa' });
    const isOfRef = ({ event }: TestSandbox['receiver']['received'][number]) =>
      event.type === 'payment_intent.succeeded' && (event.data.object as { id: string }).id === ref;
    for (let nth = 1; !isOfRef(await sandbox.receiver.take('payment_intent.succeeded', nth)); nth += 1);
    const message = sandbox.receiver.received.find(isOfRef)!;

    shop.setHostClock(minutes);
    // Signed an hour ago, as it looks here: not believed. What looks to come from the future is signed all the same.
    const read = () => till().provider.parseWebhook(message.body, message.signature);
    if (minutes > 0) expect(read).toThrow(expect.objectContaining({ reason: 'tooOld' }));
    else expect(read()).toMatchObject({ kind: 'payment', payment: { paymentRef: ref } });
    const unpaid = await shop.placedOrder({ offer });
    const minutesLeft =
      'select round(extract(epoch from pay_by - platform.business_now()) / 60) from ordering.customer_order where id = $1';
    expect(await shop.count(minutesLeft, [unpaid.id])).toBe(30);
    await started(unpaid);
    await rounds('ordering.expireOrders');
    expect([await stands(paid), await stands(unpaid)]).toEqual([waits, waits]);

    // Asked by the database's clock whether its money came.
    await shop.setClock('1 minute');
    await rounds(
      'payment.askProvider',
      'ordering.onPaymentCaptured',
      'payment.askProvider',
      'ordering.onPaymentCaptured',
    );
    const bought = { state: 'paid', released: 0, booked: 1 };
    expect([await stands(paid), await stands(unpaid)]).toEqual([bought, waits]);
    shop.setHostClock(0);
    await rounds('ordering.expireOrders');
    expect([await stands(paid), await stands(unpaid)]).toEqual([bought, waits]);
  },
  120_000,
);

test('a database whose clock jumps an hour and back cancels an order once, and it stays so', async () => {
  const early = await shop.placedOrder({ offer });
  await started(early);
  await shop.setClock('1 hour');
  await Promise.all([rounds('ordering.expireOrders'), rounds('ordering.expireOrders')]);
  const between = await shop.placedOrder({ offer });
  const cancelled = { state: 'cancelled', released: 1, booked: 0 };
  expect([await stands(early), await stands(between)]).toEqual([cancelled, waits]);

  await shop.setClock('0');
  await rounds('ordering.expireOrders', 'payment.askProvider', 'ordering.expireOrders');
  expect([await stands(early), await stands(between)]).toEqual([cancelled, waits]);

  await shop.setClock('1 hour');
  await rounds('ordering.expireOrders');
  expect([await stands(early), await stands(between)]).toEqual([cancelled, waits]);
}, 120_000);
