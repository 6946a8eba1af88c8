import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { must, ProblemError } from '@xihuo/kernel';
import { command, type CommandOptions, type Database, type Tx } from '@xihuo/platform';
import { lots, moveFromLots, type LotPick } from '@xihuo/trace';
import { insertShipment, linesToShip, markShipped, shipStock, type LineToShip } from '../store/order-steps.sql';

type ShipmentInput = InputOf<'POST /supplier/orders/{id}/shipment'>['body'];
export type ShippingTaskView = ResponseOf<'POST /supplier/orders/{id}/shipment'>;

/**
 * Ships a supplier order in full from named lots. Every gram is taken from its lot in the same transaction; a lot that
 * would ship more than it received stops the shipment (design part 5).
 *
 * @param supplierIds the suppliers the caller acts for: another supplier's order is not found
 */
export async function shipSupplierOrder(
  tx: Tx,
  supplierOrderId: string,
  supplierIds: readonly string[],
  input: ShipmentInput,
  shippedBy: string,
): Promise<void> {
  tx.attempt({ action: 'supplierOrder.ship', subjectKind: 'supplierOrder', subjectId: supplierOrderId });
  const lines = await tx.sql(linesToShip, [supplierOrderId]);
  if (lines.length === 0 || !supplierIds.includes(lines[0]!.supplier_id)) throw fail('NOT_FOUND');
  const [moved] = await tx.sql(markShipped, [supplierOrderId, supplierIds, tx.now]);
  if (!moved) throw fail('ORDER_STATE', { detail: 'only a paid and unshipped order can be shipped' });
  const picks = picksOf(lines, input.picks);
  const [shipment] = await tx.sql(insertShipment, [
    supplierOrderId,
    input.carrier,
    input.trackingNumber,
    tx.now,
    shippedBy,
  ]);
  must(shipment !== undefined, 'a shipment row was written');
  await moveFromLots(tx, { shipmentId: shipment.id, supplierId: lines[0]!.supplier_id, picks });
  await tx.sql(shipStock, [supplierOrderId, lines.map((line) => line.sku_id), tx.now]);
  tx.emit('supplierOrderShipped', { supplierOrderId, orderId: moved.order_id, supplierId: lines[0]!.supplier_id });
  tx.audit({
    action: 'supplierOrder.ship',
    subjectKind: 'supplierOrder',
    subjectId: supplierOrderId,
    after: { state: 'shipped', lots: picks.map((pick) => ({ lotId: pick.lotId, grams: pick.grams.toString() })) },
  });
}

/**
 * Ships as `shipSupplierOrder`; a shipment that breaks a lot's mass balance is refused and, in a transaction of its own,
 * reported to admission: relabelled goods look like this (design part 5).
 */
export async function shipOrReport(
  database: Database,
  ask: CommandOptions,
  order: { id: string; supplierIds: readonly string[]; shippedBy: string },
  input: ShipmentInput,
): Promise<void> {
  const { id, supplierIds, shippedBy } = order;
  try {
    await command(database, ask, (tx) => shipSupplierOrder(tx, id, supplierIds, input, shippedBy));
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'LOT_MASS_BALANCE') {
      const { actor, requestId } = ask;
      await command(database, { name: `${ask.name}:breach`, actor, requestId }, async (tx) => {
        const lines = await tx.sql(linesToShip, [id]);
        const supplierId = lines[0]!.supplier_id;
        await lots.reportBreach(tx, { supplierId, source: `shipment:${id}`, picks: picksOf(lines, input.picks) });
      });
    }
    throw error;
  }
}

/** Goods that are not sold by weight count a gram a pack, so that their lots balance by pieces. */
function picksOf(lines: readonly LineToShip[], wanted: ShipmentInput['picks']): LotPick[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const packs = new Map<string, number>();
  const picks = wanted.map((pick, index) => {
    const line = byId.get(pick.lineId);
    if (!line) {
      throw fail('INVALID_INPUT', {
        errors: [{ pointer: `/picks/${index}/lineId`, code: 'LINE_UNKNOWN', message: 'not a line of this order' }],
      });
    }
    packs.set(line.id, (packs.get(line.id) ?? 0) + pick.packs);
    return {
      lineId: line.id,
      lotId: pick.lotId,
      productId: line.product_id,
      packs: pick.packs,
      grams: (line.net_grams ?? 1n) * BigInt(pick.packs),
    };
  });
  const short = lines.filter((line) => packs.get(line.id) !== line.quantity);
  if (short.length > 0) {
    throw fail('INVALID_INPUT', {
      errors: short.map((line) => ({
        pointer: '/picks',
        code: 'PACKS_DO_NOT_MATCH',
        message: `line ${line.id}: ${packs.get(line.id) ?? 0} of ${line.quantity} packs named`,
      })),
    });
  }
  return picks;
}
