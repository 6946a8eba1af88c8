import { fail, machines, type ResponseOf } from '@xihuo/contract';
import { must, states } from '@xihuo/kernel';
import type { Grant, Notices, Tx, Vault } from '@xihuo/platform';
import { isPickupCode } from './pickup-code';
import { supplierOrdersOfOrder } from '../../store/order.sql';
import { counterPart, counterPartsOfOrder, handOver, takeIn } from '../../store/pickup/pickup.sql';
import { receivePart } from '../confirm-receipt';
import { tellBuyer } from '../tell-buyer';
import { counterPartView, countersOf } from './view-pickup';

type Part = ResponseOf<'POST /pickups/{supplierOrderId}/arrival'>;

/**
 * The counter has taken a part in, and its buyer is told. Said again it is the same arrival.
 *
 * @throws ProblemError NOT_FOUND where the venue is not one's own, ORDER_STATE once it was received without the counter
 */
export async function takePartIn(
  tx: Tx,
  tell: { vault: Vault; notices: Notices },
  grants: readonly Grant[],
  id: string,
): Promise<Part> {
  tx.attempt({ action: 'pickup.takeIn', subjectKind: 'supplierOrder', subjectId: id });
  const mine = [...countersOf(grants), id];
  const [before] = await tx.sql(counterPart, mine);
  if (!before) throw fail('NOT_FOUND');
  if (states.transition(machines.pickupStates, before.state, 'takeIn') === null) return counterPartView(before);
  const [taken] = await tx.sql(takeIn, [id, tx.now, personOf(tx)]);
  const [row] = await tx.sql(counterPart, mine);
  must(row, 'a part does not leave its venue');
  if (!taken) {
    if (row.state === 'expected') throw fail('ORDER_STATE');
    return counterPartView(row);
  }
  tx.audit({ action: 'pickup.takeIn', subjectKind: 'supplierOrder', subjectId: id, after: { state: 'arrived' } });
  await tellBuyer(tx, tell, row.order_id, {
    key: `pickup.arrived:${id}`,
    title: { zh: '商品已到自提点', en: 'Ready to be picked up' },
    body: {
      zh: `订单 ${row.order_number} 已到「${row.venue_zh}」，请凭订单页的取货码领取。`,
      en: `Order ${row.order_number} is at ${row.venue_en}; show the code on the order's page.`,
    },
  });
  return counterPartView(row);
}

/**
 * Everything of an order that lies at the counter goes over it: the buyer has received it. Said again it changes nothing.
 *
 * @throws ProblemError NOT_FOUND, PICKUP_CODE_WRONG, PICKUP_NOT_HERE where nothing of it has been taken in
 */
export async function handOrderOver(
  tx: Tx,
  key: Buffer,
  grants: readonly Grant[],
  { orderId, code }: { orderId: string; code: string },
): Promise<{ data: Part[] }> {
  tx.attempt({ action: 'pickup.handOver', subjectKind: 'order', subjectId: orderId });
  const mine = [...countersOf(grants), orderId];
  const parts = await tx.sql(counterPartsOfOrder, mine);
  if (parts.length === 0) throw fail('NOT_FOUND');
  if (!isPickupCode(key, orderId, code)) throw fail('PICKUP_CODE_WRONG');
  if (parts.every(({ state }) => state === 'expected')) throw fail('PICKUP_NOT_HERE');
  const here = parts.filter(({ state }) => states.transition(machines.pickupStates, state, 'handOver') !== null);
  const ids = here.map((part) => part.supplier_order_id);
  const handed = new Set((await tx.sql(handOver, [ids, tx.now, personOf(tx)])).map((row) => row.supplier_order_id));
  for (const part of await tx.sql(supplierOrdersOfOrder, [orderId])) {
    if (!handed.has(part.id)) continue;
    // Nothing where the buyer has said so before, or the term ran out: it stays received as it was.
    await receivePart(tx, part, tx.now);
    tx.audit({
      action: 'pickup.handOver',
      subjectKind: 'supplierOrder',
      subjectId: part.id,
      after: { state: 'handedOver' },
    });
  }
  return { data: (await tx.sql(counterPartsOfOrder, mine)).map(counterPartView) };
}

function personOf({ actor }: Pick<Tx, 'actor'>): string {
  must(actor.kind === 'person', 'people stand at the counter');
  return actor.personId;
}
