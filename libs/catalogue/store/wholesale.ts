/** What an offer says to businesses, as the database puts it together; amounts in fen, as text. */
export interface WholesaleRow {
  minimumOrderPacks: number;
  orderStepPacks: number;
  tiers: { minimumPacks: number; priceFen: string }[];
  shipWithinHours: number;
}

/** Hours in which what is paid must be sent by the rules in force today; asked once a statement. */
const RULE = `(select (registry.policy_on('fulfilment.shipWithinHours', (platform.business_now() at time zone 'Asia/Shanghai')::date)
                        #>> '{}')::integer)`;

/** Hours that a supplier promised in its application; null where it said nothing. @param supplier where its id stands */
export const promisedHours = (supplier: string): string =>
  `(select promise.ship_within_hours from admission.sending_promise_v promise where promise.supplier_id = ${supplier} offset 0)`;

/**
 * A pack's terms for businesses. A supplier may promise to send sooner than the rule wants, never later: what is longer is not shown.
 *
 * @param sku where its id stands
 */
export const wholesaleOf = (sku: string): string => `
           (select json_build_object(
                     'minimumOrderPacks', terms.minimum_order_packs, 'orderStepPacks', terms.order_step_packs,
                     'tiers', (select coalesce(json_agg(json_build_object('minimumPacks', tier.minimum_packs, 'priceFen', tier.price_fen::text)
                                                        order by tier.minimum_packs), '[]')
                                 from catalogue.price_tier tier where tier.sku_id = terms.id),
                     'shipWithinHours', least(${promisedHours('terms.supplier_id')}, ${RULE}))
              from catalogue.sku terms where terms.id = ${sku} offset 0)`;
