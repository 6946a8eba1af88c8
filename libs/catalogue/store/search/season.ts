const MONTH = `extract(month from platform.business_now() at time zone 'Asia/Shanghai')::integer`;

/** The bit of today's month; in a sub-select, so that a statement over many rows asks the clock once. */
export const THIS_MONTH = `(select 1 << ${MONTH})`;

/**
 * A seller harvests a product this month, by the calendar it published for it, or else by the product's own. A value, not a condition
 * on rows, so that it is asked seller by seller and no plan reads all calendars there are.
 *
 * @param product where its id stands
 * @param seller where its id stands
 */
export const inSeason = (product: string, seller: string): string =>
  `(select (select ${MONTH}) = any(catalogue.months_of(own.content, grown.harvest_months))
      from catalogue.product grown
      left join catalogue.listing_content own on own.product_id = grown.id and own.supplier_id = ${seller}
     where grown.id = ${product})`;
