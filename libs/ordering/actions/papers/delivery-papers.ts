import { fail, type ResponseOf } from '@xihuo/contract';
import type { Database } from '@xihuo/platform';
import {
  deliveryOf,
  deliveryOfBuyer,
  lotsOfDelivery,
  missingPapersOfDelivery,
  papersOfDelivery,
  type DeliveryRow,
  type PaperRow,
} from '../../store/delivery-paper.sql';
import { tokenHash } from '../order-token';
import type { OrderAccess } from '../view-order';

export type DeliveryPapers = ResponseOf<'GET /orders/{id}/parcels/{parcelId}/papers'>;

/** What goes with a delivery, and the files themselves by their place in the list. */
export interface Delivery {
  readonly view: DeliveryPapers;
  readonly files: readonly (string | null)[];
}

/** For whom the order belongs to, by account or token, and for every member of the organisation it was bought for. @throws ProblemError NOT_FOUND */
export async function papersForBuyer(
  database: Database,
  { id, parcelId }: { id: string; parcelId: string },
  { personId, token }: OrderAccess,
): Promise<Delivery> {
  const hash = token === null ? null : tokenHash(token);
  const [delivery] = await database.read(deliveryOfBuyer, [parcelId, id, personId, hash]);
  return gather(database, delivery);
}

/** For the supplier that sent it, or an auditor of its place. @throws ProblemError NOT_FOUND */
export async function papersForDesk(
  database: Database,
  parcelId: string,
  desk: { supplierIds: readonly string[]; counties: readonly string[] },
): Promise<Delivery> {
  const [delivery] = await database.read(deliveryOf, [parcelId, desk.supplierIds, desk.counties]);
  return gather(database, delivery);
}

async function gather(database: Database, delivery: DeliveryRow | undefined): Promise<Delivery> {
  if (!delivery) throw fail('NOT_FOUND');
  const [lots, papers, missing] = await Promise.all([
    database.read(lotsOfDelivery, [delivery.id]),
    database.read(papersOfDelivery, [delivery.id, delivery.supplier_id, delivery.day]),
    database.read(missingPapersOfDelivery, [delivery.id, delivery.day]),
  ]);
  return {
    files: papers.map((paper) => paper.file_id),
    view: {
      parcelId: delivery.id,
      orderNumber: delivery.order_number,
      supplier: { id: delivery.supplier_id, name: delivery.supplier_name, uscc: delivery.uscc },
      ...{ carrier: delivery.carrier, trackingNumber: delivery.tracking_number, day: delivery.day },
      shippedAt: delivery.shipped_at.toISOString(),
      lots: lots.map((lot) => ({
        ...{ code: lot.code, productName: lot.product_name, packs: lot.packs, producedOn: lot.produced_on },
      })),
      papers: papers.map(paperView),
      missing: missing.map((one) => ({ kind: one.kind, lotCode: one.lot_code, productName: one.product_name })),
    },
  };
}

const paperView = (paper: PaperRow): DeliveryPapers['papers'][number] => ({
  ...{ kind: paper.kind, number: paper.number, lotCode: paper.lot_code, by: paper.by_whom },
  ...{ datedOn: paper.dated_on, validUntil: paper.valid_until, hasFile: paper.file_id !== null },
});
