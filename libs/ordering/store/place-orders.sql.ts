import { statement } from '@xihuo/platform';
import { WAREHOUSE } from '../rules/stock-state';
import { DELIVERABLE } from './place.sql';
import { overlap } from './portion.sql';
import { REGION_NAME } from './region-name.sql';

/**
 * Packs are locked in id order, so that two batches over the same goods queue instead of dead-locking. The row of the warehouse stands
 * for all places of a pack: whoever changes what lies in any of them holds it.
 */
export const lockStock = statement<{ sku_id: string }>(
  'ordering.lock_stock',
  `select sku_id from ordering.stock where sku_id = any ($1::uuid[]) and place_id = '${WAREHOUSE}' order by sku_id for update`,
);

export interface PlacedLineRow {
  position: number;
  verdict:
    | 'placed'
    | 'SKU_UNKNOWN'
    | 'SKU_NOT_FOR_SALE'
    | 'REGION_NOT_SERVED'
    | 'QUANTITY_NOT_OFFERED'
    | 'PRICE_CHANGED'
    | 'OUT_OF_STOCK'
    | 'REGION_NOT_DELIVERABLE'
    | 'COUPON_NOT_USABLE'
    | 'PICKUP_NOT_OFFERED'
    | 'ORDER_TOO_LARGE'
    | 'TOO_MANY_UNPAID';
  /** `PRICE_MOVED`: between being priced and being written the price was changed; the whole is tried again. */
  line_verdict: string;
  sku_id: string;
  supplier_id: string | null;
  supplier_name: string | null;
  supplier_order_id: string | null;
  line_id: string | null;
  product_id: string | null;
  product_slug: string | null;
  product_name: string | null;
  pack: string | null;
  quantity: number;
  /** Available without the other orders of the batch: tells a true loser from one that may be tried alone. */
  available: number | null;
  available_after: number | null;
  unit_price_fen: bigint | null;
  discount_fen: bigint | null;
  freight_fen: bigint | null;
  region_name: string | null;
  pay_by: Date;
  /** Where its order is picked up. */
  pickup: Way | null;
  /** By which ways it was found, where they hold. */
  venue: Way | null;
  campaign: Way | null;
}

export interface Way {
  slug: string;
  name: { zh: string; en: string };
}

/**
 * Judges a batch of orders and writes the winners, in one statement. $1..$7 are arrays with one element an order, in order
 * of arrival (id, number, person, token hash, region, sealed and masked delivery);
 * $8..$11 one element a line (order position, sku, quantity, expected unit price or null); $12 is now; $13..$15 one element a line
 * again (venue, campaign and lead by which it was found, or null). A way that does not hold is dropped and stops no order.
 * $16..$20 are one element a line: the unit price by which it was priced, discount, what of it others fund, freight, and
 * whether it is sent there; $21 one element an order: why it is refused whatever its lines say, or null; $22..$24 one element a
 * supplier's part: order position, supplier, and what its freight follows from; $25 one an order: the venue where it is picked up, or
 * null; $26 one an order: the organisation it is bought for, or null; $27 one a line: whether it is an organisation's, which pays the
 * lowest tier its quantity reaches and keeps to minimum and step; $28 and $29 one an order: keyed hashes of where it was asked for from, or
 * null, and of the phone it is sent to.
 *
 * The right to sell is read here and nowhere earlier (catalogue.offer_v), prices are frozen from the same read, the hours within
 * which a part is to be sent (what its supplier promises now, never more than the rule) are kept with it, and stock
 * goes to the orders in order of arrival by a running sum per SKU: what lockStock has locked cannot change meanwhile.
 *
 * Which place serves a line: what is picked up at a venue takes first what lies there; everything else, and what it lacks there, is
 * taken from the warehouse, then from the other places in order of their ids. So a line may be served by several, and what is for sale
 * is the sum of all places. Within a batch those who pick up somewhere come before the others at that place, then who came first.
 */
export const placeOrders = statement<PlacedLineRow>(
  'ordering.place_orders',
  `with incoming as materialized (
     select item.*, ${REGION_NAME} as region_name,
            region.code is not null and ${DELIVERABLE} as deliverable
       from unnest($1::uuid[], $2::text[], $3::uuid[], $4::bytea[], $5::text[], $6::bytea[], $7::text[], $21::text[], $25::uuid[], $26::uuid[],
                   $28::bytea[], $29::bytea[])
            with ordinality as item (id, number, person_id, token_hash, region_code, sealed, masked, refused, pickup_at, organisation_id,
                                       asked_from, phone_index, position)
       left join registry.region_v region on region.code = item.region_code
       left join registry.region_v city on city.code = region.parent_code
   ), shelf as materialized (
     select sku_id, place_id, on_hand - reserved as free from ordering.stock where sku_id = any ($9::uuid[])
   ), wanted as materialized (
     select line.position, line.sku_id, line.quantity, line.expected_fen, line.discount_fen, line.funded_fen, line.freight_fen,
            price.fen * line.quantity - line.discount_fen + line.freight_fen as amount_fen,
            offer.supplier_id, offer.product_id, offer.slug, offer.name_zh, offer.pack, offer.net_grams, price.fen as price_fen,
            offer.perishable, stock.available,
            venue.id as venue_id, venue.slug as venue_slug, venue.name_zh as venue_zh, venue.name_en as venue_en,
            campaign.id as campaign_id, campaign.slug as campaign_slug, campaign.name_zh as campaign_zh,
            campaign.name_en as campaign_en, lead.id as lead_id,
            case
              when offer.sku_id is null then 'SKU_UNKNOWN'
              when not offer.for_sale then 'SKU_NOT_FOR_SALE'
              when not line.served then 'REGION_NOT_SERVED'
              when line.business and (line.quantity < offer.minimum_order_packs or line.quantity % offer.order_step_packs <> 0)
                then 'QUANTITY_NOT_OFFERED'
              when line.expected_fen is distinct from null and line.expected_fen <> price.fen then 'PRICE_CHANGED'
              when line.priced_fen is distinct from price.fen then 'PRICE_MOVED'
              when stock.sku_id is null
                or sum(line.quantity) over (partition by line.sku_id order by line.position) > stock.available
                then 'OUT_OF_STOCK'
              else 'placed'
            end as line_verdict
       from unnest($8::bigint[], $9::uuid[], $10::integer[], $11::bigint[], $13::text[], $14::text[], $15::uuid[],
                   $16::bigint[], $17::bigint[], $18::bigint[], $19::bigint[], $20::boolean[], $27::boolean[])
            as line (position, sku_id, quantity, expected_fen, venue, campaign, lead, priced_fen, discount_fen, funded_fen,
                     freight_fen, served, business)
       left join catalogue.offer_v offer on offer.sku_id = line.sku_id
      cross join lateral (
        select case when line.business then least(offer.price_fen, (
                 select min(tier.price_fen) from catalogue.price_tier_v tier
                  where tier.sku_id = line.sku_id and tier.minimum_packs <= line.quantity)) else offer.price_fen end as fen) price
       left join (select sku_id, sum(free)::integer as available from shelf group by sku_id) stock on stock.sku_id = line.sku_id
       left join catalogue.venue_v venue on venue.slug = line.venue and venue.state = 'open'
        and exists (select from catalogue.venue_seller_v stands
                     where stands.venue_id = venue.id and stands.product_id = offer.product_id
                       and stands.supplier_id = offer.supplier_id)
       left join catalogue.campaign_v campaign on campaign.slug = line.campaign and campaign.running
        and exists (select from catalogue.campaign_product_v takes_part where takes_part.campaign_id = campaign.id
                       and takes_part.supplier_id = offer.supplier_id and takes_part.product_id = offer.product_id)
       left join catalogue.lead_v lead on lead.id = line.lead and lead.supplier_id = offer.supplier_id
        and lead.state <> 'ordered'
        and exists (select from incoming where incoming.position = line.position
                       and (incoming.person_id = lead.person_id or incoming.organisation_id = lead.organisation_id))
   ), verdict as materialized (
     select incoming.position, incoming.id,
            case when not incoming.deliverable then 'REGION_NOT_DELIVERABLE'
                 else coalesce(
                   (select wanted.line_verdict from wanted
                     where wanted.position = incoming.position and wanted.line_verdict <> 'placed'
                     order by array_position(array['SKU_UNKNOWN', 'SKU_NOT_FOR_SALE', 'REGION_NOT_SERVED', 'QUANTITY_NOT_OFFERED',
                                                   'PRICE_CHANGED', 'OUT_OF_STOCK'], wanted.line_verdict), wanted.sku_id limit 1),
                   incoming.refused, 'placed')
            end as verdict
       from incoming
   ), rules as materialized (
     select $12::timestamptz + make_interval(mins => (registry.policy_on('order.payWithinMinutes', day) #>> '{}')::integer) as pay_by,
            'fee.platformBp@' || (select max(policy.effective_from) from registry.policy_v policy
                                   where policy.key = 'fee.platformBp' and policy.effective_from <= day) as fee_rule_version,
            (registry.policy_on('fulfilment.shipWithinHours', day) #>> '{}')::integer as ship_within_hours
       from (values (($12::timestamptz at time zone 'Asia/Shanghai')::date)) as today (day)
   ), winner as materialized (
     select wanted.* from wanted join verdict using (position) where verdict.verdict = 'placed'
   ), new_order as (
     insert into ordering.customer_order (id, number, person_id, token_hash, amount_fen, discount_fen, freight_fen,
                                          region_code, delivery_sealed, delivery_masked, placed_at, pay_by, fee_rule_version,
                                          organisation_id, asked_from, phone_index)
     select incoming.id, incoming.number, incoming.person_id, incoming.token_hash, won.amount_fen, won.discount_fen, won.freight_fen,
            incoming.region_code, incoming.sealed, incoming.masked::jsonb, $12, rules.pay_by, rules.fee_rule_version, incoming.organisation_id,
            incoming.asked_from, incoming.phone_index
       from incoming cross join rules
       join (select position, sum(amount_fen) as amount_fen, sum(discount_fen) as discount_fen, sum(freight_fen) as freight_fen
               from winner group by position) won using (position)
   ), fetched as (
     insert into ordering.pickup (order_id, venue_id)
     select verdict.id, incoming.pickup_at from verdict join incoming using (position)
      where verdict.verdict = 'placed' and incoming.pickup_at is not null
   ), new_supplier_order as (
     insert into ordering.supplier_order (order_id, supplier_id, amount_fen, discount_fen, freight_fen, freight_rule, ship_within_hours, sought)
     select verdict.id, won.supplier_id, won.amount_fen, won.discount_fen, won.freight_fen, part.rule::jsonb,
            least((select promise.ship_within_hours from admission.sending_promise_v promise where promise.supplier_id = won.supplier_id),
                  rules.ship_within_hours), incoming.number || ' ' || won.names
       from (select position, supplier_id, sum(amount_fen) as amount_fen, sum(discount_fen) as discount_fen,
                    sum(freight_fen) as freight_fen, string_agg(lower(name_zh), ' ') as names from winner group by position, supplier_id) won
       join verdict using (position)
       join incoming using (position)
      cross join rules
       left join unnest($22::bigint[], $23::uuid[], $24::text[]) as part (position, supplier_id, rule) using (position, supplier_id)
     returning id, order_id, supplier_id
   ), new_line as (
     insert into ordering.order_line (order_id, supplier_order_id, sku_id, quantity, unit_price_fen, discount_fen, funded_fen,
                                      freight_fen, amount_fen, product_id, product_slug, product_name, pack, net_grams, perishable, venue_id, campaign_id, lead_id)
     select verdict.id, new_supplier_order.id, winner.sku_id, winner.quantity, winner.price_fen,
            winner.discount_fen, winner.funded_fen, winner.freight_fen, winner.amount_fen, winner.product_id, winner.slug, winner.name_zh, winner.pack,
            winner.net_grams, winner.perishable, winner.venue_id, winner.campaign_id, winner.lead_id
       from winner join verdict using (position)
       join new_supplier_order on new_supplier_order.order_id = verdict.id and new_supplier_order.supplier_id = winner.supplier_id
     returning id, order_id, sku_id, supplier_order_id
   ), at_point as (
     select winner.position, winner.sku_id, shelf.place_id,
            greatest(least(winner.quantity, shelf.free - sum(winner.quantity) over earlier + winner.quantity), 0) as packs
       from winner join incoming using (position)
       join shelf on shelf.sku_id = winner.sku_id and shelf.place_id = incoming.pickup_at
     window earlier as (partition by winner.sku_id, shelf.place_id order by winner.position)
   ), lacking as (
     select position, sku_id, packs, sum(packs) over (partition by sku_id order by position) as upto
       from (select winner.position, winner.sku_id, winner.quantity - coalesce(at_point.packs, 0) as packs
               from winner left join at_point on at_point.position = winner.position and at_point.sku_id = winner.sku_id) rest
   ), lying as (
     select sku_id, place_id, free as packs, sum(free) over (partition by sku_id order by place_id) as upto
       from (select shelf.sku_id, shelf.place_id, shelf.free - coalesce(point.packs, 0) as free
               from shelf left join (select sku_id, place_id, sum(packs) as packs from at_point group by sku_id, place_id) point
                 on point.sku_id = shelf.sku_id and point.place_id = shelf.place_id) rest
   ), portion as materialized (
     select position, sku_id, place_id, packs::integer from at_point where packs > 0
     union all
     select lacking.position, lacking.sku_id, lying.place_id,
            ${overlap('lacking', 'lying')}
       from lacking join lying using (sku_id) where ${overlap('lacking', 'lying')} > 0
   ), taken as (
     update ordering.stock set reserved = reserved + won.packs
       from (select sku_id, place_id, sum(packs)::integer as packs from portion group by sku_id, place_id) won
      where stock.sku_id = won.sku_id and stock.place_id = won.place_id
   ), moved as (
     insert into ordering.stock_movement (sku_id, place_id, kind, on_hand_change, reserved_change, order_id, at)
     select portion.sku_id, portion.place_id, 'reserve', 0, portion.packs, verdict.id, $12 from portion join verdict using (position)
   )
   select wanted.position::integer, verdict.verdict, wanted.line_verdict, wanted.sku_id, wanted.supplier_id,
          supplier.name_zh as supplier_name, new_line.supplier_order_id, new_line.id as line_id, wanted.product_id, wanted.slug as product_slug,
          wanted.name_zh as product_name, wanted.pack, wanted.quantity, wanted.available, wanted.available - won.packs as available_after,
          wanted.price_fen as unit_price_fen, wanted.discount_fen, wanted.freight_fen, incoming.region_name, rules.pay_by,
          (select json_build_object('slug', point.slug, 'name', json_build_object('zh', point.name_zh, 'en', point.name_en))
             from catalogue.venue_v point where point.id = incoming.pickup_at) as pickup,
          case when wanted.venue_id is not null then json_build_object('slug', wanted.venue_slug,
            'name', json_build_object('zh', wanted.venue_zh, 'en', wanted.venue_en)) end as venue,
          case when wanted.campaign_id is not null then json_build_object('slug', wanted.campaign_slug,
            'name', json_build_object('zh', wanted.campaign_zh, 'en', wanted.campaign_en)) end as campaign
     from wanted
     join verdict using (position)
     join incoming using (position)
    cross join rules
     left join registry.organisation_v supplier on supplier.id = wanted.supplier_id
     left join new_line on new_line.order_id = verdict.id and new_line.sku_id = wanted.sku_id
     left join (select sku_id, sum(quantity)::integer as packs from winner group by sku_id) won on won.sku_id = wanted.sku_id
    order by wanted.position, wanted.sku_id`,
);
