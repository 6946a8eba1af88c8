import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { pageOf, placeIn, type Database, type Grant } from '@xihuo/platform';
import { pickupCode } from './pickup-code';
import { counterParts, pickupOf, type CounterPartRow } from '../../store/pickup/pickup.sql';
import { loadOrder, type OrderAccess } from '../view-order';

/** @throws ProblemError NOT_FOUND also for an order that is sent to its buyer */
export async function viewPickup(
  database: Database,
  key: Buffer,
  id: string,
  access: OrderAccess,
): Promise<ResponseOf<'GET /orders/{id}/pickup'>> {
  const order = await loadOrder(database, id, access);
  const [row] = await database.read(pickupOf, [id]);
  if (!row) throw fail('NOT_FOUND');
  const { slug, name_zh: zh, name_en: en, phone, address, open } = row;
  const waits = row.parts.some(({ state, over }) => !over && state !== 'handedOver');
  return {
    venue: {
      ...{ slug, name: { zh, en }, regionName: row.region_name, address, phone, open },
      ...{ openingTimes: row.opening_times, shutOn: row.shut_on },
    },
    code: order.state === 'paid' && waits ? pickupCode(key, id) : null,
    parts: row.parts.map(({ supplierOrderId, state, arrivedAt }) => ({
      ...{ supplierOrderId, state },
      arrivedAt: arrivedAt === null ? null : new Date(arrivedAt).toISOString(),
    })),
  };
}

/** Whose counters somebody stands at: an operator at all, others at those their organisations keep. */
export function countersOf(grants: readonly Grant[]): [all: boolean, keepers: string[]] {
  return [
    grants.some(({ role }) => role === 'operator'),
    grants.flatMap(({ role, organisationId }) => (role === 'supplier' && organisationId ? [organisationId] : [])),
  ];
}

export async function listCounter(
  database: Database,
  grants: readonly Grant[],
  { state, cursor, limit }: InputOf<'GET /pickups'>['query'],
): Promise<ResponseOf<'GET /pickups'>> {
  const values = [...countersOf(grants), state ?? null, placeIn(cursor), limit + 1];
  return pageOf(await database.read(counterParts, values), limit, (row) => row.supplier_order_id, counterPartView);
}

export function counterPartView(row: CounterPartRow): ResponseOf<'GET /pickups'>['data'][number] {
  const { name, phone } = row.delivery_masked;
  return {
    ...{ supplierOrderId: row.supplier_order_id, orderId: row.order_id, orderNumber: row.order_number },
    venue: { slug: row.slug, name: { zh: row.venue_zh, en: row.venue_en } },
    ...{ supplierName: row.supplier_name, state: row.state, name, phone, lines: row.lines, parcels: row.parcels },
    shippedAt: row.shipped_at?.toISOString() ?? null,
    arrivedAt: row.arrived_at?.toISOString() ?? null,
    handedAt: row.handed_at?.toISOString() ?? null,
  };
}
