import { must } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import type { Quote } from '../rules/pricing/quote';
import { keepDiscounts } from '../store/pricing/keep-discounts.sql';

/** A placed order with how it was priced. */
export interface Discounted {
  readonly orderId: string;
  readonly quote: Quote;
  /** The id of each line, by its pack. */
  readonly lineIds: ReadonlyMap<string, string>;
  /** Who has packs that are limited a person: the account, and the phone they are sent to. */
  readonly buyer: { readonly personId: string | null; readonly phoneIndex: Buffer | null };
}

/** Writes down who funds what, takes packs sold at a price off their quantity and uses up coupons; nothing where nothing was taken off. */
export async function writeDiscounts(tx: Tx, orders: readonly Discounted[]): Promise<void> {
  const lines = orders.flatMap(({ quote, lineIds }) =>
    [...quote.lines.values()].flatMap((line) => line.discounts.map((one) => ({ ...one, id: lineIds.get(line.id)! }))),
  );
  if (lines.length === 0) return;
  const applied = orders.flatMap(({ orderId, quote, buyer }) =>
    quote.applied.map((one) => ({ ...one, orderId, buyer })),
  );
  const takes = applied.flatMap(({ promotion, packs, orderId, buyer }) =>
    [...packs].map(([skuId, count]) => ({ promotionId: promotion.id, skuId, orderId, count, ...buyer })),
  );
  const coupons = applied.filter(({ promotion }) => promotion.claimId !== null);
  const [used] = await tx.sql(keepDiscounts, [
    lines.map((one) => one.id),
    lines.map((one) => one.promotionId),
    lines.map((one) => one.kind),
    lines.map((one) => one.funderKind),
    lines.map((one) => one.funderId),
    lines.map((one) => one.fen),
    takes.map((one) => one.promotionId),
    takes.map((one) => one.skuId),
    takes.map((one) => one.orderId),
    takes.map((one) => one.count),
    coupons.map(({ promotion }) => promotion.claimId),
    coupons.map(({ orderId }) => orderId),
    tx.now,
    takes.map((one) => one.personId),
    takes.map((one) => one.phoneIndex),
  ]);
  must(used?.coupons === coupons.length, 'coupons were locked before they were read');
}
