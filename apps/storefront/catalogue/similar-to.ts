import type { ProductCardView } from './product-card';

/** A line on a wide screen. */
export const SHOWN = 4;

/** Goods of the same county, then others of the same kind, without the one that is looked at. */
export function similarTo(
  slug: string,
  ofCounty: readonly ProductCardView[],
  ofKind: readonly ProductCardView[],
): ProductCardView[] {
  const others = new Map([...ofCounty, ...ofKind].map((card) => [card.slug, card]));
  others.delete(slug);
  return [...others.values()].slice(0, SHOWN);
}
