import { given, venueAt, type Parameters, type ProductFilter } from './filter';

/**
 * So many products are looked at, in the order that is wanted, for a page of what may be a large part of all: a place that nearly
 * everybody delivers to, a pavilion whose rules take in a province. To find all of it first costs what there is of it. Where these do
 * not fill a page, what is asked for is rare, and finding it first costs little.
 */
const CHEAPEST = 150;
const RECOMMENDED = 400;

/** Filters that stand alone: two together may leave anything. */
export function glanceAt(sort: string, filter: ProductFilter): number | null {
  const [name, ...others] = given(filter);
  if (others.length > 0) return null;
  if (name === 'deliverTo' && sort.startsWith('price')) return CHEAPEST;
  return name === 'venue' && sort === 'recommended' ? RECOMMENDED : null;
}

/** Whether one document stands in a venue, asked of it alone: by hand or by the rules of a shelf. */
export const onShelf = (venue: string, parameters: Parameters): string =>
  `exists (select from catalogue.venue_product_v stands where stands.product_id = doc.product_id
     and stands.venue_id = ${venueAt(parameters.add(venue, 'text'))})`;
