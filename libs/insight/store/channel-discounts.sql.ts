import { statement } from '@xihuo/platform';
import type { WayKind } from './channel-results.sql';

export interface DiscountRow {
  name_zh: string | null;
  name_en: string | null;
  kind: 'flashPrice' | 'campaignPrice' | 'fullReduction' | 'coupon';
  funder_kind: 'supplier' | 'platform' | 'organisation';
  /** Of an organisation; suppliers that fund are told together. */
  funder_name: string | null;
  given_fen: bigint;
  kept_fen: bigint;
}

/**
 * Which discounts a way's lines took. A campaign's own count wherever they were given, since they are its cost also where the buyer
 * came by another way.
 */
const DISCOUNTS = {
  campaign: `select discount.id from ordering.line_outcome_v line
               join ordering.line_discount_v discount on discount.line_id = line.line_id where line.campaign_id = $1
             union
             select discount.id from catalogue.campaign_discount_v own
               join ordering.line_discount_v discount on discount.promotion_id = own.id where own.campaign_id = $1`,
  venue: `select discount.id from ordering.line_outcome_v line
            join ordering.line_discount_v discount on discount.line_id = line.line_id where line.venue_id = $1`,
  fair: `select discount.id from catalogue.lead_v lead join ordering.line_outcome_v line on line.lead_id = lead.id
           join ordering.line_discount_v discount on discount.line_id = line.line_id where lead.fair_id = $1`,
} as const;

/**
 * What each discount cost, by who bears it: as it was given, and in proportion to the goods that were kept, rounded down line by line
 * as settlement does. Only of orders that went ahead.
 */
const costOf = (kind: WayKind) => `
  select coalesce(own.name_zh, promotion.name_zh) as name_zh, coalesce(own.name_en, promotion.name_en) as name_en, discount.kind,
         discount.funder_kind, funder.name_zh as funder_name, sum(discount.discount_fen)::bigint as given_fen,
         sum(div(discount.discount_fen::numeric * (line.goods_fen - line.back_goods_fen), line.goods_fen))::bigint as kept_fen
    from (${DISCOUNTS[kind]}) taken
    join ordering.line_discount_v discount on discount.id = taken.id
    join ordering.line_outcome_v line on line.line_id = discount.line_id
    left join catalogue.campaign_discount_v own on own.id = discount.promotion_id
    left join ordering.promotion_name_v promotion on promotion.id = discount.promotion_id
    left join registry.organisation_v funder on discount.funder_kind = 'organisation' and funder.id = discount.funder_id
   group by discount.promotion_id, own.name_zh, own.name_en, promotion.name_zh, promotion.name_en, discount.kind, discount.funder_kind,
            funder.name_zh
   order by sum(sum(discount.discount_fen)) over (partition by discount.promotion_id) desc, discount.promotion_id,
            discount.funder_kind, funder.name_zh`;

/** $1 the way. */
export const wayDiscounts = {
  campaign: statement<DiscountRow>('insight.campaign_discounts', costOf('campaign')),
  venue: statement<DiscountRow>('insight.venue_discounts', costOf('venue')),
  fair: statement<DiscountRow>('insight.fair_discounts', costOf('fair')),
} as const;

/** Where the leads of a fair stand. $1 fair. */
export const leadStates = statement<{ state: 'new' | 'contacted' | 'quoted' | 'ordered' | 'lost'; count: number }>(
  'insight.lead_states',
  'select state, count(*)::integer as count from catalogue.lead_v where fair_id = $1 group by state order by state',
);
