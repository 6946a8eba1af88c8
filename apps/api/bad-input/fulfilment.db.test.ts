import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { badInput, type PlacedOrder } from '@xihuo/testing';
import { contexts } from '../contexts';

/** What comes after an order: somebody else's, out of turn, of what is not there. */

const keyed = (more: Record<string, string> = {}) => ({ 'idempotency-key': randomUUID(), ...more });
const partOf = (order: PlacedOrder) => order.supplierOrders[0]!;

let at: badInput.Target;
let finance: badInput.Caller;
let supplier: badInput.Caller;
/** Of two guests. */
let unpaid: PlacedOrder;
let toShip: PlacedOrder;
let appleLot: string;
let teaLot: string;

beforeAll(async () => {
  at = await badInput.openTarget(contexts);
  const [apple, tea] = [await at.shop.offer({ grams: 500n }), await at.shop.offer()];
  unpaid = await at.shop.placedOrder({ offer: apple });
  toShip = await at.shop.paidOrder({ offer: apple, quantity: 2 });
  [appleLot, teaLot] = [await at.shop.lot(apple, 900n), await at.shop.lot(tea, 5_000n)];
  finance = await at.house.signedIn({ role: 'finance' });
  supplier = await at.house.signedIn({ role: 'supplier', organisationId: apple.supplierId });
});
afterAll(() => at?.close());

describe("another guest's order", () => {
  const stranger = () => ({ 'order-token': toShip.token });
  test.each<[string, (order: PlacedOrder) => badInput.Bad]>([
    ['followed', ({ id }) => ({ method: 'GET', path: `/orders/${id}` })],
    ['cancelled', ({ id }) => ({ path: `/orders/${id}/cancel`, body: {} })],
    ['paid', ({ id }) => ({ path: `/orders/${id}/payment`, body: {} })],
    [
      'received',
      ({ id, supplierOrders }) => ({
        path: `/orders/${id}/receipts`,
        body: { supplierOrderId: supplierOrders[0]!.id },
      }),
    ],
  ])('%s', async (_name, asked) => {
    await at.refused({ ...asked(unpaid), headers: keyed(stranger()) }, 404, 'NOT_FOUND');
    await at.refused({ ...asked(unpaid), headers: keyed({ 'order-token': `${unpaid.token}x` }) }, 404, 'NOT_FOUND');
    await at.refused({ ...asked(unpaid), headers: keyed() }, 401, 'NOT_SIGNED_IN');
  });

  test('its part named under the own order', () =>
    at.refused(
      {
        path: `/orders/${toShip.id}/receipts`,
        body: { supplierOrderId: partOf(unpaid).id },
        headers: stranger(),
      },
      404,
      'NOT_FOUND',
    ));

  test('the own one out of turn', async () => {
    const own = stranger();
    const body = { supplierOrderId: partOf(toShip).id };
    await at.refused({ path: `/orders/${toShip.id}/receipts`, body, headers: own }, 409, 'ORDER_STATE');
    await at.refused({ path: `/orders/${toShip.id}/cancel`, body: {}, headers: own }, 409, 'ORDER_STATE');
  });
});

describe('a shipment of', () => {
  interface Pick {
    [field: string]: unknown;
    lineId: string;
    lotId: string;
    packs: number;
  }
  const pick = (): Pick => ({ lineId: partOf(toShip).lines[0]!.id, lotId: appleLot, packs: 2 });
  /** A shipment that gets as far as its order leaves a line of the attempt; one beyond its lots a signal as well. */
  const attempt = ['platform.audit_'];
  const leavesOf = (code: string, isRead: boolean) =>
    isRead ? (code === 'LOT_MASS_BALANCE' ? [...attempt, 'admission.signal'] : attempt) : [];
  test.each<[string, number, string, () => object, boolean?]>([
    ['more than the lot received', 409, 'LOT_MASS_BALANCE', () => [pick()]],
    ['another product’s lot', 409, 'LOT_NOT_FOR_PRODUCT', () => [{ ...pick(), lotId: teaLot }]],
    ['a lot nobody knows', 409, 'LOT_NOT_FOR_PRODUCT', () => [{ ...pick(), lotId: randomUUID() }]],
    ['no packs', 422, 'INVALID_INPUT', () => [{ ...pick(), packs: 0 }], false],
    ['packs below 0', 422, 'INVALID_INPUT', () => [{ ...pick(), packs: -2 }], false],
    ['too few packs', 422, 'INVALID_INPUT', () => [{ ...pick(), packs: 1 }]],
    ['too many packs', 422, 'INVALID_INPUT', () => [pick(), { ...pick(), packs: 3 }]],
    ['another order’s line', 422, 'INVALID_INPUT', () => [{ ...pick(), lineId: partOf(unpaid).lines[0]!.id }]],
    ['nothing', 422, 'INVALID_INPUT', () => [], false],
    ['weights it may not say', 422, 'INVALID_INPUT', () => [{ ...pick(), grams: '1' }], false],
  ])('%s', (_name, status, code, picks, isRead = true) =>
    at.refused(
      {
        by: supplier,
        leaves: leavesOf(code, isRead),
        path: `/supplier/orders/${partOf(toShip).id}/shipment`,
        body: { carrier: '示例快递', trackingNumber: 'SL1', picks: picks() },
        headers: keyed(),
      },
      status,
      code,
    ),
  );

  test('what is not paid', () =>
    at.refused(
      {
        by: supplier,
        leaves: attempt,
        path: `/supplier/orders/${partOf(unpaid).id}/shipment`,
        body: { carrier: '示例快递', trackingNumber: 'SL1', picks: [pick()] },
        headers: keyed(),
      },
      409,
      'ORDER_STATE',
    ));
});

describe('a settlement run up to', () => {
  test.each([
    ['a day that does not exist', '2026-02-30', 'INVALID_INPUT'],
    ['an instant', '2026-01-01T00:00:00Z', 'INVALID_INPUT'],
    ['a number', 20260101, 'INVALID_INPUT'],
    ['a day to come', '2099-01-01', 'PERIOD_NOT_OVER'],
  ])('%s', (_name, periodEnd, code) =>
    at.refused({ by: finance, path: '/settlement/runs', body: { periodEnd }, headers: keyed() }, 422, code),
  );
});
