import { machines } from '@xihuo/contract';
import { command, failpoint, type Database, type Tx } from '@xihuo/platform';
import type { CarrierFeed } from '../carrier/carrier-feed';
import { carrierName } from '../rules/carriers';
import {
  keepCarrierEvents,
  keepPlaceOfFeed,
  placeOfFeed,
  retellParcels,
  workOffAlone,
  workOffCarrierEvents,
} from '../store/carrier.sql';

const by = { actor: { kind: 'system', name: 'ordering.followParcels' }, requestId: 'ordering.followParcels' } as const;
/** Events of one transaction. */
const BATCH = 500;
/** A feed that always has more is gone on with at the next round. */
const MOST_PAGES = 20;

/**
 * Reads a carriers' feed from where it was left: what came is kept together with how far it was read, so a crash anywhere reads some
 * of it again and no event is lost or counts twice. Then works off whatever is kept. Answers how many parcels have news.
 */
export async function followParcels(database: Database, feed: CarrierFeed): Promise<number> {
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const [read] = await database.read(placeOfFeed, [feed.name]);
    const { events, place } = await feed.eventsAfter(read?.place ?? null);
    failpoint('ordering.followParcels:afterRead');
    if (events.length === 0 && place === read?.place) break;
    await command(database, { name: 'ordering.keepCarrierEvents', ...by }, async (tx) => {
      await tx.sql(keepCarrierEvents, [
        feed.name,
        events.map((event) => event.eventId),
        events.map((event) => carrierName(event.carrier)),
        events.map((event) => event.trackingNumber),
        events.map((event) => event.kind),
        events.map((event) => event.place),
        events.map((event) => event.note),
        events.map((event) => event.happenedAt),
        tx.now,
      ]);
      await tx.sql(keepPlaceOfFeed, [feed.name, place, tx.now]);
    });
    if (events.length === 0 || place === read?.place) break;
  }
  let parcels = 0;
  for (let moved = 1; moved > 0; parcels += moved)
    moved = (await command(database, { name: 'ordering.workOffCarrierEvents', ...by }, workOffParcels)).view;
  return parcels;
}

/** Lays kept events on their parcels, a batch; a parcel that came, went back or was lost is told of. Answers how many parcels moved. */
export async function workOffParcels(tx: Tx): Promise<number> {
  await tx.sql(workOffAlone);
  const told = await tx.sql(workOffCarrierEvents, [tx.now, machines.PARCEL_KINDS, BATCH]);
  const parcels = [...new Set(told.map((row) => row.shipment_id))];
  if (parcels.length === 0) return 0;
  await tx.sql(retellParcels, [parcels, machines.PARCEL_KINDS]);
  for (const row of told) {
    const { shipment_id: shipmentId, supplier_order_id: supplierOrderId, order_id: orderId, kind } = row;
    const parcel = { shipmentId, supplierOrderId, orderId, supplierId: row.supplier_id };
    // Whose parcel it was nobody knows: nobody is told that theirs came.
    if (row.is_shared) continue;
    if (kind === 'delivered') tx.emit('parcelDelivered', parcel);
    if (kind === 'returned' || kind === 'lost') tx.emit('parcelStrayed', { ...parcel, kind });
  }
  return parcels.length;
}
