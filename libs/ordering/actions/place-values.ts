import { texts } from '@xihuo/kernel';
import { maskAddress, maskName } from '../rules/mask';
import type { PlacedOrderView, Incoming } from './place-orders';
import { tokenHash } from './order-token';

/** What the statement that places orders is given, in its order. */
export function placeValues(incoming: readonly Incoming[], now: Date): unknown[] {
  const lines = incoming.flatMap((order, index) =>
    order.body.lines.map((line) => ({
      ...{ ...line, position: index + 1, priced: order.quote.lines.get(line.skuId) },
      isBusiness: order.organisationId !== undefined,
    })),
  );
  const parts = incoming.flatMap((order, index) =>
    [...order.quote.parts.values()].flatMap(({ supplierId, freight }) =>
      freight ? [{ position: index + 1, supplierId, rule: ruleOf(freight) }] : [],
    ),
  );
  return [
    incoming.map((order) => order.id),
    incoming.map((order) => order.number),
    incoming.map((order) => order.personId),
    incoming.map((order) => tokenHash(order.tokenOf(order.id))),
    incoming.map((order) => order.body.delivery.regionCode),
    incoming.map((order) => order.seal(order.id, JSON.stringify(order.body.delivery))),
    incoming.map((order) => JSON.stringify(maskedOf(order.body.delivery))),
    lines.map((line) => line.position),
    lines.map((line) => line.skuId),
    lines.map((line) => line.quantity),
    lines.map((line) => line.unitPrice?.amount ?? null),
    now,
    lines.map((line) => line.via?.venue ?? null),
    lines.map((line) => line.via?.campaign ?? null),
    lines.map((line) => line.via?.lead ?? null),
    lines.map(({ priced, quantity }) => (priced ? priced.goodsFen / BigInt(quantity) : null)),
    lines.map(({ priced }) => priced?.discountFen ?? 0n),
    lines.map(({ priced }) => priced?.fundedFen ?? 0n),
    lines.map(({ priced }) => priced?.freightFen ?? 0n),
    lines.map(({ priced }) => priced?.served ?? true),
    incoming.map((order) => order.refused),
    parts.map((part) => part.position),
    parts.map((part) => part.supplierId),
    parts.map((part) => part.rule),
    incoming.map((order) => order.pickupAt),
    incoming.map((order) => order.organisationId ?? null),
    lines.map((line) => line.isBusiness),
    incoming.map((order) => order.askedFrom ?? null),
    incoming.map((order) => order.phone),
  ];
}

type Part = Incoming['quote']['parts'] extends ReadonlyMap<string, infer One> ? One : never;

/** Kept with the part: by which template, for what weights, from which place. Fen as text, as everywhere in JSON. */
function ruleOf({ templateId, parcels }: NonNullable<Part['freight']>): string {
  return JSON.stringify({ templateId, parcels }, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}

export function maskedOf(
  delivery: Incoming['body']['delivery'],
): Pick<PlacedOrderView['delivery'], 'address' | 'name' | 'phone'> {
  return {
    address: maskAddress(delivery.address),
    name: maskName(delivery.name),
    phone: texts.maskedPhone(delivery.phone),
  };
}
