const MONTH = `extract(month from platform.business_now() at time zone 'Asia/Shanghai')::integer`;

/** Some seller of a document harvests it this month; the month in a sub-select, so that many rows ask the clock once. */
export const IN_SEASON = `doc.season_months & (select 1 << ${MONTH}) <> 0`;

/** A seller published a calendar of its own for a product; where none did, all go by the product's. @param product, seller as below */
export const hasCalendar = (product: string, seller: string): string =>
  `(select own.content ? 'harvestMonths' from catalogue.listing_content own
     where own.product_id = ${product} and own.supplier_id = ${seller})`;

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
