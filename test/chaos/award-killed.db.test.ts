import { money } from '@xihuo/kernel';
import { claims, lines as moneyOfLines } from '@xihuo/ordering';
import { newId } from '@xihuo/platform';
import { holding, openShop, testMasterKey, type Offer, type PlacedOrder, type Shop } from '@xihuo/testing';
import { ended } from './dies';
import { jobRound } from './job-round';

/** What follows from a claim that goes before the platform, and from its award: killed around each commit, it is there once. */

let shop: Shop;
let offer: Offer;
let lot: string;
beforeAll(async () => {
  shop = await openShop();
  offer = await shop.offer({ priceFen: 1_001n, stock: 1_000 });
  lot = await shop.lot(offer, 100_000n);
});
afterAll(() => holding.closeSound(shop));
afterEach(async () => expect(await holding.brokenInvariants(shop.count)).toEqual({}));

const killedAt = async (failpoint: string, name: string) =>
  expect(await ended('run-job.ts', shop.url, failpoint, name)).toBe('SIGKILL');
/** As whoever is started again would, and told of it twice. */
async function goOn(name: string): Promise<void> {
  const at = { database: shop.database, masterKey: testMasterKey };
  await jobRound(at, name);
  await jobRound(at, name);
}
/** Received, not as it should be; the supplier says no, and the platform is asked. */
async function escalated(): Promise<PlacedOrder> {
  const order = await shop.receivedOrder(new Map([[offer.productId, lot]]), { offer, quantity: 3 });
  const [part] = order.supplierOrders;
  const access = { personId: null, token: order.token };
  const lines = [{ lineId: part!.lines[0]!.id, packs: 3 }];
  const body = { supplierOrderId: part!.id, kind: 'refundOnly', reason: 'quality', words: '' } as const;
  const caseId = await shop.does((tx) => claims.make(tx, order.id, { ...body, lines, photoIds: [] }, access));
  await shop.does((tx) =>
    claims.answer(tx, { caseId, supplierIds: [part!.supplier.id] }, { refuse: '完好', state: 'requested' }),
  );
  await shop.does((tx) =>
    claims.move(tx, { orderId: order.id, caseId, access }, { event: 'escalate', note: '不同意' }),
  );
  return order;
}

/** Paid and not sent, and by an award paid back whole. */
async function awardedWhole(): Promise<PlacedOrder> {
  const order = await shop.paidOrder({ offer, quantity: 3 });
  const [part] = order.supplierOrders;
  const [lineId, supplierOrderId, disputeId] = [part!.lines[0]!.id, part!.id, newId()];
  const source = { sourceKind: 'dispute', sourceId: disputeId } as const;
  const whole = [{ lineId, fen: money.fen(3_003) }];
  await shop.does(async (tx) => {
    await moneyOfLines.hold(tx, { supplierOrderId, ...source, lines: whole, unshipped: true });
    await moneyOfLines.endHold(tx, { ...source, refunds: whole });
    const back = { supplierOrderId, amountFen: money.fen(3_003), sourceKind: 'award', sourceId: disputeId } as const;
    await moneyOfLines.payBack(tx, [back]);
    const told = { disputeId, orderId: order.id, supplierOrderId, supplierId: part!.supplier.id };
    tx.emit('disputeAwarded', { ...told, basis: 'agreement', refundFen: '3003', releaseFen: '0' });
  });
  return order;
}

async function stands({ id }: PlacedOrder) {
  const [row] = await shop.rows<{
    state: string;
    waiting: number;
    cases: number;
    held: number;
    disputes: number;
    back: number;
    refunds: number;
  }>(
    `select part.state,
            (select coalesce(sum(line.quantity - coalesce(cancelled_packs, 0)), 0)::integer from ordering.order_line line
               left join ordering.line_progress on line_id = line.id where line.order_id = $1) as waiting,
            (select count(*)::integer from ordering.after_sale where order_id = $1) as cases,
            (select count(*)::integer from dispute.dispute_case where order_id = $1) as disputes,
            (select coalesce(sum(held_fen), 0)::integer from dispute.dispute_case where order_id = $1) as held,
            (select count(*)::integer from payment.refund where supplier_order_id = part.id) as refunds,
            (select coalesce(sum(amount_fen), 0)::integer from payment.refund where supplier_order_id = part.id) as back
       from ordering.supplier_order part where part.order_id = $1`,
    [id],
  );
  return row!;
}
const asked = { state: 'received', waiting: 3, cases: 1, disputes: 0, held: 0, refunds: 0, back: 0 };
const taken = { ...asked, disputes: 1, held: 3_003 };
const awarded = { ...asked, state: 'toShip', cases: 0, refunds: 1, back: 3_003 };
const over = { ...awarded, state: 'cancelled', waiting: 0, cases: 1 };

test.each([
  ['dispute.onClaimEscalated:beforeCommit', asked],
  ['dispute.onClaimEscalated:afterCommit', taken],
])(
  'killed at %s the platform has taken a claim over once, and holds what it is about once',
  async (failpoint, left) => {
    const order = await escalated();
    await killedAt(failpoint, 'dispute.onClaimEscalated');
    expect(await stands(order)).toEqual(left);
    // What it has worked off is noted in the same transaction: it does not hear of it again.
    if (left === asked)
      await jobRound({ database: shop.database, masterKey: testMasterKey }, 'dispute.onClaimEscalated');
    expect(await stands(order)).toEqual(taken);
    await shop.rows(`delete from platform.outbox_event where name = 'afterSaleMoved'`);
  },
  480_000,
);

test.each([
  ['ordering.onDisputeAwarded:beforeCommit', awarded],
  ['ordering.onDisputeAwarded:afterCommit', over],
])(
  'killed at %s what an award paid back whole is called off once, and its packs are free',
  async (failpoint, left) => {
    const order = await awardedWhole();
    await killedAt(failpoint, 'ordering.onDisputeAwarded');
    expect(await stands(order)).toEqual(left);
    await goOn('ordering.onDisputeAwarded');
    expect(await stands(order)).toEqual(over);
  },
  480_000,
);
