/** What a line is counted under: once in each of these. */
export const KEYS = {
  all: `''`,
  pairing: `fact.bought_from || '-' || fact.place`,
  county: 'fact.county',
  category: 'fact.category',
  channel: 'fact.channel',
  campaign: `coalesce(fact.campaign_id::text, '')`,
} as const;
export type Dimension = keyof typeof KEYS;

/** When a day begins. @param day an expression of a date */
export const midnight = (day: string) => `(${day})::timestamp at time zone 'Asia/Shanghai'`;

/** The lines of whole days, found day by day. @param days an expression of rows (day) */
export const linesOf = (days: string) => `${days} asked
            join ordering.line_outcome_v line
              on line.placed_at >= ${midnight('asked.day')} and line.placed_at < ${midnight('asked.day + 1')}`;

/** Lines of whatever day. */
export const LINES_BY_DAY = `ordering.line_outcome_v line
            cross join lateral (select (line.placed_at at time zone 'Asia/Shanghai')::date as day) asked`;

/**
 * Lines with all that results say of them, straight from the orders.
 *
 * An order belongs to the day it was placed on, whatever becomes of it later. 采购 (`purchased`) is what public buyers bought, 帮销
 * (`helped`) what everybody else did (domain part 1.3; the official sheet was not found): a buyer is one or the other, so a line is
 * never counted twice; which of them it was, the terms frozen into the purchase order say. Parts that were called off are no orders and no packs; what was paid for them is among the sales, and went back.
 * @param lines LINES_BY_DAY or linesOf @param narrowed a condition on `line` and `asked.day`
 */
export const factsOf = (lines: string, narrowed = 'true') => `
          select asked.day, line.line_id, line.order_id, line.supplier_order_id, line.order_number, line.placed_at, line.product_name, line.pack,
                 supplier.name_zh as supplier_name, line.state <> 'cancelled' as kept,
                 case when line.state = 'cancelled' then 0 else line.packs end as packs, line.net_grams, line.amount_fen, line.back_fen,
                 line.freight_fen - (line.back_fen - line.back_goods_fen) as freight_fen,
                 case when line.public_buyer then 'purchased' else 'helped' end as way,
                 left(line.region_code, 2) || '0000' as bought_from,
                 coalesce(left(supplier.county_code, 2), '00') || '0000' as place, coalesce(supplier.county_code, '000000') as county,
                 product.category, line.campaign_id,
                 case when lead.fair_id is not null then 'fair:' || lead.fair_id
                      when line.venue_id is not null then 'venue:' || line.venue_id else 'direct' end as channel,
                 settled.fee_fen, settled.goods_fen as settled_fen
            from ${lines}
           cross join lateral (
             select coalesce(sum(part.fee_fen), 0) as fee_fen, coalesce(sum(part.goods_fen), 0) as goods_fen
               from settlement.line_v part where part.line_id = line.line_id) settled
            join registry.organisation_v supplier on supplier.id = line.supplier_id
            join catalogue.product_v product on product.id = line.product_id
            left join catalogue.lead_v lead on lead.id = line.lead_id
           where ${narrowed}`;

/** Told by these, counties are kept apart; all goods and counties are by county anyway. */
export const OF_A_COUNTY = ['pairing', 'category', 'channel', 'campaign'] as const satisfies readonly Dimension[];

/**
 * Sales by business day, dimension, place, key and way: what is kept is written from it, and a test holds it against all orders.
 * @param place whose: of the province of the supplier, or of its county
 */
export const salesOf = (facts: string, place: 'place' | 'county') => `
  select fact.day, counted.dimension, fact.${place} as place, counted.key, fact.way,
         (count(distinct fact.supplier_order_id) filter (where fact.kept))::integer as orders,
         sum(fact.packs)::bigint as packs, coalesce(sum(fact.packs * fact.net_grams), 0)::bigint as grams,
         sum(fact.amount_fen)::bigint as sales_fen, sum(fact.back_fen)::bigint as back_fen,
         sum(fact.freight_fen)::bigint as freight_fen, sum(fact.fee_fen)::bigint as fee_fen,
         sum(fact.settled_fen)::bigint as settled_fen
    from (${facts}) fact
   cross join lateral (values ${(place === 'place' ? (Object.keys(KEYS) as Dimension[]) : OF_A_COUNTY).map((name) => `('${name}', ${KEYS[name]})`).join(', ')}) counted (dimension, key)
   group by fact.day, counted.dimension, fact.${place}, counted.key, fact.way`;
