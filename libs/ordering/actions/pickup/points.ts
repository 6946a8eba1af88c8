import type { Tx } from '@xihuo/platform';
import { pointsNamed, type PointRow } from '../../store/pickup/pickup.sql';
import type { PlaceOrderInput } from '../place-orders';

/** An order with the venue at which its buyer picks it up; null where it is sent to the buyer. */
export interface Addressed extends PlaceOrderInput {
  readonly pickupAt: string | null;
  /** A point was asked for that hands over none of it, or not all. */
  readonly pickupRefused: boolean;
}

/**
 * Where orders go to: what is picked up goes to the venue's address, whatever the browser says, so that the supplier sends it
 * there and the place that prices and areas are judged by is the venue's.
 */
export async function addressed(
  tx: Tx,
  inputs: readonly PlaceOrderInput[],
  skuIds: readonly string[],
): Promise<Addressed[]> {
  const slugs = [...new Set(inputs.flatMap(({ body }) => body.pickup ?? []))];
  const points = slugs.length === 0 ? [] : await tx.sql(pointsNamed, [slugs, skuIds]);
  return inputs.map((input) => addressOf(input, points));
}

function addressOf(input: PlaceOrderInput, points: readonly PointRow[]): Addressed {
  const { body } = input;
  if (body.pickup === undefined) return { ...input, pickupAt: null, pickupRefused: false };
  const point = points.find(({ slug }) => slug === body.pickup);
  if (!point) return { ...input, pickupAt: null, pickupRefused: true };
  const there = new Set(point.sku_ids);
  const address = `自提点「${point.name_zh}」${point.address}`;
  return {
    ...input,
    body: { ...body, delivery: { ...body.delivery, regionCode: point.region_code, address } },
    pickupAt: point.id,
    pickupRefused: !body.lines.every(({ skuId }) => there.has(skuId)),
  };
}
