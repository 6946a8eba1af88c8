import { statement } from '@xihuo/platform';

export interface ResultRow {
  orders: number;
  packs: number;
  sales_fen: bigint;
  suppliers: number;
  counties: number;
  as_of: Date;
}

/** Paid and not cancelled. */
const COUNTS = `line.paid_at is not null and line.state <> 'cancelled'`;
const FIGURES = `count(distinct line.order_id)::integer as orders, coalesce(sum(line.quantity), 0)::integer as packs,
         coalesce(sum(line.amount_fen), 0)::bigint as sales_fen, count(distinct line.supplier_id)::integer as suppliers,
         count(distinct supplier.county_code)::integer as counties, platform.business_now() as as_of`;

/** One row where the campaign was ever published, none else. */
export const campaignResult = statement<ResultRow>(
  'insight.campaign_result',
  `select ${FIGURES}
     from catalogue.campaign_v campaign
     left join ordering.attributed_line_v line on line.campaign_id = campaign.id and ${COUNTS}
     left join registry.organisation_v supplier on supplier.id = line.supplier_id
    where campaign.slug = $1 and campaign.state <> 'draft' group by campaign.id`,
);
export const venueResult = statement<ResultRow>(
  'insight.venue_result',
  `select ${FIGURES}
     from catalogue.venue_v venue
     left join ordering.attributed_line_v line on line.venue_id = venue.id and ${COUNTS}
     left join registry.organisation_v supplier on supplier.id = line.supplier_id
    where venue.slug = $1 and venue.state <> 'draft' group by venue.id`,
);

export interface ChannelRow {
  kind: 'venue' | 'campaign' | 'fair';
  slug: string;
  name: string;
  orders: number;
  sales_fen: bigint;
  leads: number;
}

/** Every way with what it sold, the best first. */
export const channelResults = statement<ChannelRow>(
  'insight.channel_results',
  `select 'venue' as kind, venue.slug, venue.name_zh as name, count(distinct line.order_id)::integer as orders,
          coalesce(sum(line.amount_fen), 0)::bigint as sales_fen, 0 as leads
     from catalogue.venue_v venue
     left join ordering.attributed_line_v line on line.venue_id = venue.id and ${COUNTS}
    where venue.state <> 'draft' group by venue.slug, venue.name_zh
   union all
   select 'campaign', campaign.slug, campaign.name_zh, count(distinct line.order_id)::integer,
          coalesce(sum(line.amount_fen), 0)::bigint, 0
     from catalogue.campaign_v campaign
     left join ordering.attributed_line_v line on line.campaign_id = campaign.id and ${COUNTS}
    where campaign.state <> 'draft' group by campaign.slug, campaign.name_zh
   union all
   select 'fair', fair.slug, fair.name_zh, count(distinct lead.id) filter (where lead.state = 'ordered')::integer,
          coalesce(sum(line.amount_fen), 0)::bigint, count(distinct lead.id)::integer
     from catalogue.fair_v fair
     left join catalogue.lead_v lead on lead.fair_id = fair.id
     left join ordering.attributed_line_v line on line.lead_id = lead.id and ${COUNTS}
    where fair.state <> 'draft' group by fair.slug, fair.name_zh
    order by kind, sales_fen desc, slug`,
);
export const businessTime = statement<{ now: Date }>('insight.business_time', 'select platform.business_now() as now');
