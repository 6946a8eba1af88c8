/** Products of a shelf are counted up to here: a shelf of everything would be read to its end to say a number nobody needs. */
export const MOST_COUNTED = 100;

/** A rule that asks something of the seller, not only of the goods. */
const OF_SELLERS =
  '(shelf.by_rule and (shelf.rule_in_season or shelf.rule_recognised or shelf.rule_supplier_id is not null or coalesce(shelf.rule_price_from_fen, shelf.rule_price_to_fen) is not null))';

/** Those whose offers a shelf speaks of; null where its rule asks nothing of sellers. */
export const SELLERS = (product: string): string =>
  `case when ${OF_SELLERS} then array(
     select distinct sku.supplier_id from catalogue.sku join catalogue.product ruled on ruled.id = sku.product_id
      where sku.product_id = ${product} and catalogue.fits_shelf(shelf, ruled.id, ruled.harvest_months, sku.supplier_id)) end`;

const SELLS = (product: string, months: string) =>
  `exists (select from catalogue.offer_v where offer_v.product_id = ${product} and offer_v.for_sale
             and (not ${OF_SELLERS} or catalogue.fits_shelf(shelf, ${product}, ${months}, offer_v.supplier_id)))`;

/** What `catalogue.venue_product_v` says of a rule, but for its region; what it asks of sellers, of any of them. */
const RULED = `(shelf.rule_category is null or product.category = shelf.rule_category)
      and (shelf.rule_supplier_id is null or exists (select from catalogue.sku
            where sku.product_id = product.id and sku.supplier_id = shelf.rule_supplier_id))
      and (shelf.rule_price_from_fen is null or exists (select from catalogue.sku
            where sku.product_id = product.id and sku.price_fen >= shelf.rule_price_from_fen))
      and (shelf.rule_price_to_fen is null or exists (select from catalogue.sku
            where sku.product_id = product.id and sku.price_fen <= shelf.rule_price_to_fen))
      and (not shelf.rule_recognised or exists (select from admission.recognition_v recognition
            where recognition.product_id = product.id and recognition.in_force))`;

/**
 * The first products of `shelf` that may be sold now, for a lateral join: a shelf of all regions walks the recommended order and ends
 * with the last one wanted, one of a region reads that region, and only what is wanted is asked whether it sells.
 *
 * @param most where the number of products stands
 */
export const firstOfShelf = (most: string): string => `
   (select product.id as product_id, product.recommended_rank as place
      from catalogue.product
     where shelf.by_rule and shelf.rule_region_from is null and ${RULED} and ${SELLS('product.id', 'product.harvest_months')}
     order by product.recommended_rank, product.id limit ${most})
   union all
   (select ordered.id, ordered.recommended_rank
      from (select product.id, product.recommended_rank, product.harvest_months from catalogue.product
             where shelf.by_rule and product.region_code between shelf.rule_region_from and shelf.rule_region_to and ${RULED}
             order by product.recommended_rank, product.id offset 0) ordered
     where ${SELLS('ordered.id', 'ordered.harvest_months')} limit ${most})
   union all
   (select chosen.product_id, chosen.position
      from catalogue.venue_shelf_product chosen
     where not shelf.by_rule and chosen.shelf_id = shelf.id and ${SELLS('chosen.product_id', 'null::smallint[]')}
     order by chosen.position limit ${most})`;
