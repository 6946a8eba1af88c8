import type { ProductCardView } from './product-card';

type Wholesale = ProductCardView['wholesale'];

/**
 * The tier in whose price a card tells what a pack costs an organisation: the one that the least order reaches, and where it reaches
 * none the first there is; undefined where there are none.
 *
 * @param wholesale its tiers in order of their packs, from the fewest
 */
export function tierOfLeast({
  minimumOrderPacks,
  tiers,
}: Pick<Wholesale, 'minimumOrderPacks' | 'tiers'>): Wholesale['tiers'][number] | undefined {
  return tiers.filter(({ minimumPacks }) => minimumPacks <= minimumOrderPacks).at(-1) ?? tiers[0];
}
