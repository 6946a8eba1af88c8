import { must } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { moveFromLots, type LotPick } from '@xihuo/trace';
import type { PartOfOrder } from '../store/line-hold.sql';
import { carrierName } from '../rules/carriers';
import { closeParts, insertShipmentLines, insertShipments, shipStock } from '../store/shipping.sql';

export interface Parcel {
  readonly part: Pick<PartOfOrder, 'id' | 'order_id' | 'state'>;
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly picks: readonly LotPick[];
}

/**
 * Sends parcels of one supplier, one a part, as many statements however many they are. The parts are held by the caller, who has made
 * sure that they are to be shipped and that the picks are of their lines.
 *
 * @throws ProblemError LOT_MASS_BALANCE, LOT_NOT_FOR_PRODUCT, LOT_RECALLED, CERTIFICATE_MISSING, LOT_AFTER_RIGHT: then none is sent
 */
export async function sendParcels(
  tx: Tx,
  { supplierId, shippedBy }: { supplierId: string; shippedBy: string },
  parcels: readonly Parcel[],
): Promise<void> {
  const partIds = parcels.map(({ part }) => part.id);
  const shipments = await tx.sql(insertShipments, [
    ...[
      partIds,
      parcels.map(({ carrier }) => carrierName(carrier)),
      parcels.map(({ trackingNumber }) => trackingNumber),
    ],
    ...[tx.now, shippedBy],
  ]);
  const idOf = new Map(shipments.map((row) => [row.supplier_order_id, row.id]));
  must(idOf.size === parcels.length, 'a parcel of each part was written');
  const sent = parcels.map((parcel) => ({ ...parcel, shipmentId: idOf.get(parcel.part.id)! }));
  await moveFromLots(tx, { supplierId, parcels: sent });
  const packed = sent.flatMap(({ shipmentId, picks }) =>
    [...packsByLine(picks)].map(([lineId, packs]) => ({ shipmentId, lineId, packs })),
  );
  const packs = [
    packed.map(({ shipmentId }) => shipmentId),
    packed.map(({ lineId }) => lineId),
    packed.map((item) => item.packs),
  ];
  await tx.sql(insertShipmentLines, packs);
  const [left] = await tx.sql(shipStock, [...packs, tx.now]);
  must(left?.packs === packed.reduce((sum, item) => sum + item.packs, 0), 'what leaves was reserved');
  const closed = new Map((await tx.sql(closeParts, [partIds, tx.now])).map((row) => [row.id, row.state]));
  for (const { part, shipmentId, picks } of sent) {
    const told = { supplierOrderId: part.id, orderId: part.order_id, supplierId };
    tx.emit('parcelShipped', { ...told, shipmentId });
    if (closed.has(part.id)) tx.emit('supplierOrderShipped', told);
    tx.audit({
      action: 'supplierOrder.ship',
      subjectKind: 'supplierOrder',
      subjectId: part.id,
      before: { state: part.state },
      after: {
        state: closed.get(part.id) ?? part.state,
        shipmentId,
        lots: picks.map((pick) => ({ lotId: pick.lotId, grams: pick.grams.toString() })),
      },
    });
  }
}

export function packsByLine(picks: readonly { lineId: string; packs: number }[]): Map<string, number> {
  const packs = new Map<string, number>();
  for (const pick of picks) packs.set(pick.lineId, (packs.get(pick.lineId) ?? 0) + pick.packs);
  return packs;
}

/** Goods that are not sold by weight count a gram a pack, so that their lots balance by pieces. */
export function gramsOf(netGrams: bigint | null, packs: number): bigint {
  return (netGrams ?? 1n) * BigInt(packs);
}
