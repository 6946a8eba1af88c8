/** Products of a shelf are counted up to here: a shelf of everything would be read to its end to say a number nobody needs. */
export const MOST_COUNTED = 100;

const SELLS = (product: string) =>
  `exists (select from catalogue.offer_v where offer_v.product_id = ${product} and offer_v.for_sale)`;

/** What `catalogue.venue_product_v` says of a rule, but for its region. */
const RULED = `(shelf.rule_category is null or product.category = shelf.rule_category)
      and (not shelf.rule_in_season
           or extract(month from platform.business_now() at time zone 'Asia/Shanghai')::smallint = any (product.harvest_months))
      and (shelf.rule_supplier_id is null or exists (select from catalogue.sku
            where sku.product_id = product.id and sku.supplier_id = shelf.rule_supplier_id))
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
     where shelf.by_rule and shelf.rule_region_from is null and ${RULED} and ${SELLS('product.id')}
     order by product.recommended_rank, product.id limit ${most})
   union all
   (select ordered.id, ordered.recommended_rank
      from (select product.id, product.recommended_rank from catalogue.product
             where shelf.by_rule and product.region_code between shelf.rule_region_from and shelf.rule_region_to and ${RULED}
             order by product.recommended_rank, product.id offset 0) ordered
     where ${SELLS('ordered.id')} limit ${most})
   union all
   (select chosen.product_id, chosen.position
      from catalogue.venue_shelf_product chosen
     where not shelf.by_rule and chosen.shelf_id = shelf.id and ${SELLS('chosen.product_id')}
     order by chosen.position limit ${most})`;
