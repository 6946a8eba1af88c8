import { statement } from '@xihuo/platform';

export type WayKind = 'campaign' | 'venue' | 'fair';

export interface ResultRow {
  id: string;
  name_zh: string;
  name_en: string;
  orders: number;
  packs: number;
  /** What buyers paid or owe, and what of it went back to them. */
  sales_fen: bigint;
  back_fen: bigint;
  suppliers: number;
  counties: number;
  as_of: Date;
}

/** Each way with the lines of orders that went ahead by it; a fair's are those of its leads. */
const LINES = {
  campaign: `catalogue.campaign_v way left join ordering.line_outcome_v line on line.campaign_id = way.id`,
  venue: `catalogue.venue_v way left join ordering.line_outcome_v line on line.venue_id = way.id`,
  fair: `catalogue.fair_v way left join catalogue.lead_v lead on lead.fair_id = way.id
     left join ordering.line_outcome_v line on line.lead_id = lead.id`,
} as const;

/** What was thrown away as a draft was never there. */
const PUBLIC = {
  campaign: `way.state <> 'draft'`,
  venue: `way.state <> 'draft'`,
  fair: `way.published_at is not null`,
} as const;

/** Orders and packs that were called off are none; what was paid for them is among the sales, and went back. */
const KEPT = `line.state <> 'cancelled'`;
const SOLD = `count(distinct line.order_id) filter (where ${KEPT})::integer as orders,
         coalesce(sum(line.amount_fen), 0)::bigint as sales_fen, coalesce(sum(line.back_fen), 0)::bigint as back_fen`;

const resultOf = (kind: WayKind) => `
  select way.id, way.name_zh, way.name_en, ${SOLD}, coalesce(sum(line.packs) filter (where ${KEPT}), 0)::integer as packs,
         count(distinct line.supplier_id) filter (where ${KEPT})::integer as suppliers,
         count(distinct supplier.county_code) filter (where ${KEPT})::integer as counties, platform.business_now() as as_of
    from ${LINES[kind]}
    left join registry.organisation_v supplier on supplier.id = line.supplier_id
   where way.slug = $1 and ${PUBLIC[kind]} group by way.id, way.name_zh, way.name_en`;

/** One row where the way was ever public, none else. $1 its address. */
export const wayResult = {
  campaign: statement<ResultRow>('insight.campaign_result', resultOf('campaign')),
  venue: statement<ResultRow>('insight.venue_result', resultOf('venue')),
  fair: statement<ResultRow>('insight.fair_result', resultOf('fair')),
} as const;

export interface ChannelRow {
  kind: WayKind;
  slug: string;
  name: string;
  orders: number;
  sales_fen: bigint;
  back_fen: bigint;
  leads: number;
  ordered: number;
}

/** Venues by the code of their place, campaigns by their day: who sold most is no order of ours. */
const TURN = { campaign: 'way.starts_on::text', venue: 'way.region_code', fair: `''` } as const;

const listed = (kind: WayKind) => `
  select '${kind}' as kind, ${TURN[kind]} as turn, way.slug, way.name_zh as name, ${SOLD},
         ${kind === 'fair' ? `count(distinct lead.id)::integer` : '0'} as leads,
         ${kind === 'fair' ? `count(distinct lead.id) filter (where lead.state = 'ordered')::integer` : '0'} as ordered
    from ${LINES[kind]}
   where ${PUBLIC[kind]} group by way.slug, way.name_zh, turn`;

/** Every way with what it sold, in the order of codes and days. */
export const channelResults = statement<ChannelRow>(
  'insight.channel_results',
  `select * from (${listed('venue')} union all ${listed('campaign')} union all ${listed('fair')}) every
    order by kind, turn, slug`,
);
export const businessTime = statement<{ now: Date }>('insight.business_time', 'select platform.business_now() as now');
