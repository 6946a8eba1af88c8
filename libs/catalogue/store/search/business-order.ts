import { NOT_PROMISED } from '../../rules/search/document-of';
import { promisedHours } from '../wholesale';
import { mustAsk, packsForSale, type Parameters, type ProductFilter, type Restriction } from './filter';

/** By what businesses put a list in order: terms of the pack whose price is shown. */
const TERMS = {
  minimumOrder: { known: 'doc.minimum_packs', live: 'sku.minimum_order_packs::bigint' },
  leadTime: {
    known: 'doc.sending_hours',
    live: `coalesce(${promisedHours('sku.supplier_id')}, ${NOT_PROMISED})::bigint`,
  },
} as const;

export type BusinessSort = keyof typeof TERMS;

export const isForBusiness = (sort: string): sort is BusinessSort => sort in TERMS;

/** As the index says it, which follows a change within seconds: a walk through all products in this order reads no more than its page. */
export const knownTerm = (sort: BusinessSort): string => TERMS[sort].known;

/**
 * As it holds at this instant for those sellers of whom all holds that is asked: for what is found first and then put in order. The
 * index knows it of all but those of whose sellers one may not sell, or need not have what is asked.
 */
export function termNow(
  sort: BusinessSort,
  filter: ProductFilter,
  sellers: Restriction,
  parameters: Parameters,
): string {
  const { known, live } = TERMS[sort];
  return `case when ${mustAsk(filter, parameters)}
               then (select ${live} from ${packsForSale(sellers)} order by sku.price_fen, sku.id limit 1) else ${known} end`;
}
