import { wasAndIs, type WasAndIs } from '../was-and-is';
import type { channels, machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import { calendarPlace } from './calendar';
import { cardPage, cardsOf } from './cards.sql';

type FunderKind = (typeof channels.FUNDER_KINDS)[number];

export interface DiscountRow {
  id: string;
  name: { zh: string; en: string };
  kind: (typeof channels.DISCOUNT_KINDS)[number];
  percentBp: number | null;
  /** Fen, as text. */
  thresholdFen: string | null;
  reductionFen: string | null;
  category: string | null;
  funders: { kind: FunderKind; organisation: { id: string; name: string } | null; shareBp: number }[];
}

export interface CampaignRow {
  id: string;
  row_version: number;
  slug: string;
  state: machines.CampaignState;
  name_zh: string;
  name_en: string;
  story_zh: string;
  story_en: string;
  starts_on: string;
  ends_on: string;
  east_code: string;
  east_name: string;
  west_code: string;
  west_name: string;
  host_code: string;
  nickname: string;
  cancelled_why: string | null;
  drafted_by: string | null;
  discounts: DiscountRow[];
  entries: number;
  /** Of these, what may be shown and sold now. */
  products: number;
  /** Who hosted the pairing's last campaign that was published before this one. */
  last_host: string | null;
  /** Who hosts the next one, where it is published already. */
  next_host: string | null;
}

const DISCOUNTS = `(select coalesce(json_agg(json_build_object(
         'id', discount.id, 'name', json_build_object('zh', discount.name_zh, 'en', discount.name_en), 'kind', discount.kind,
         'percentBp', discount.percent_bp, 'thresholdFen', discount.threshold_fen::text,
         'reductionFen', discount.reduction_fen::text, 'category', discount.category,
         'funders', (select json_agg(json_build_object('kind', funder.kind, 'shareBp', funder.share_bp,
                       'organisation', case when funder.organisation_id is not null then
                          json_build_object('id', organisation.id, 'name', organisation.name_zh) end) order by funder.position)
                       from catalogue.discount_funder funder
                       left join registry.organisation_v organisation on organisation.id = funder.organisation_id
                      where funder.discount_id = discount.id)) order by discount.position), '[]'::json)
         from catalogue.campaign_discount discount where discount.campaign_id = campaign.id)`;
const CAMPAIGN = `
  select campaign.id, campaign.row_version, campaign.slug, campaign.state, campaign.name_zh, campaign.name_en, campaign.story_zh,
         campaign.story_en, campaign.starts_on::text, campaign.ends_on::text, campaign.east_code, east.name as east_name,
         campaign.west_code, west.name as west_name, campaign.host_code, campaign.cancelled_why, campaign.drafted_by,
         (select pairing.nickname from registry.pairing_v pairing
           where pairing.east_code = campaign.east_code and pairing.west_code = campaign.west_code
           order by pairing.effective_from desc limit 1) as nickname,
         ${DISCOUNTS} as discounts,
         (select count(*)::integer from catalogue.campaign_entry entry
           where entry.campaign_id = campaign.id and entry.left_at is null) as entries,
         (select count(distinct takes_part.product_id)::integer
            from catalogue.campaign_product_v takes_part
            join catalogue.offer_v on offer_v.product_id = takes_part.product_id
             and offer_v.supplier_id = takes_part.supplier_id and offer_v.for_sale
           where takes_part.campaign_id = campaign.id) as products,
         (select earlier.host_code from catalogue.campaign earlier
           where earlier.east_code = campaign.east_code and earlier.west_code = campaign.west_code
             and earlier.state = 'published' and earlier.id <> campaign.id and earlier.starts_on <= campaign.starts_on
           order by earlier.starts_on desc, earlier.id desc limit 1) as last_host,
         (select later.host_code from catalogue.campaign later
           where later.east_code = campaign.east_code and later.west_code = campaign.west_code
             and later.state = 'published' and later.id <> campaign.id and later.starts_on > campaign.starts_on
           order by later.starts_on, later.id limit 1) as next_host
    from catalogue.campaign
    join registry.region_v east on east.code = campaign.east_code
    join registry.region_v west on west.code = campaign.west_code`;

/**
 * $1 and $2 days between which something of it lies, or null; $3 province of either side, or null; $4 last of the page before or null,
 * $5 today, $6 rows.
 */
export const campaignCalendar = statement<CampaignRow>(
  'catalogue.campaign_calendar',
  `${CAMPAIGN}
   where campaign.state <> 'draft' and campaign.published_at is not null
     and ($1::date is null or campaign.ends_on >= $1) and ($2::date is null or campaign.starts_on <= $2)
     and ($3::text is null or $3 in (campaign.east_code, campaign.west_code))
     and ($4::uuid is null or (${calendarPlace('campaign', '$5')}, campaign.id)
                              > (select ${calendarPlace('before', '$5')}, before.id from catalogue.campaign before where before.id = $4))
   order by ${calendarPlace('campaign', '$5')}, campaign.id limit $6`,
);
/** What these days allow to be entered, of $1 ids. */
export const campaignsToEnter = statement<CampaignRow>(
  'catalogue.campaigns_to_enter',
  `${CAMPAIGN} where campaign.id = any ($1::uuid[]) and campaign.state = 'published' order by campaign.starts_on, campaign.id`,
);
export const campaignBySlug = statement<CampaignRow>(
  'catalogue.campaign_by_slug',
  `${CAMPAIGN} where campaign.slug = $1 and campaign.published_at is not null`,
);
export const campaignById = statement<CampaignRow>('catalogue.campaign_by_id', `${CAMPAIGN} where campaign.id = $1`);
export const allCampaigns = statement<CampaignRow>(
  'catalogue.all_campaigns',
  `${CAMPAIGN} where ($1::text is null or campaign.state = $1) and ($2::uuid is null or campaign.id < $2)
   order by campaign.id desc limit $3`,
);
export const lockCampaign = statement<{ id: string }>(
  'catalogue.lock_campaign',
  'select id from catalogue.campaign where id = $1 for update',
);
/** Campaigns of a pairing are published one after the other, so that two cannot both be the other one's next. */
export const lockPairing = statement(
  'catalogue.lock_pairing_of_campaigns',
  `select pg_advisory_xact_lock(hashtextextended('catalogue.campaign ' || $1 || ' ' || $2, 0))`,
);
/** What takes part, of those who entered it. */
const TAKES_PART = `select takes_part.campaign_id::text as key, takes_part.product_id, min(product.recommended_rank) as place,
          array_agg(takes_part.supplier_id) as sellers
     from catalogue.campaign_product_v takes_part join catalogue.product on product.id = takes_part.product_id
    where takes_part.campaign_id = $1 group by 1, 2`;
/** $1 campaign, $2 cards. */
export const campaignCards = cardsOf('catalogue.campaign_cards', TAKES_PART);
export const campaignCardPage = cardPage('catalogue.campaign_card_page', TAKES_PART);

/** Whether two provinces are paired on all days between two. */
export const pairedBetween = statement<{ paired: boolean }>(
  'catalogue.paired_between',
  `select exists (select from registry.pairing_v where east_code = $1 and west_code = $2 and effective_from <= $3::date
                     and (effective_to is null or effective_to > $4::date)) as paired`,
);
/** How many of these organisations do not exist. */
export const unknownOrganisations = statement<{ unknown: number }>(
  'catalogue.unknown_organisations',
  `select count(*)::integer as unknown from unnest($1::uuid[]) as wanted (id)
    where not exists (select from registry.organisation_v where organisation_v.id = wanted.id)`,
);

export const insertCampaign = statement<{ id: string }>(
  'catalogue.insert_campaign',
  `insert into catalogue.campaign (slug, name_zh, name_en, story_zh, story_en, starts_on, ends_on, east_code, west_code, host_code,
                                   drafted_by, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
);
export const updateCampaign = statement<WasAndIs>(
  'catalogue.update_campaign',
  `update catalogue.campaign
      set slug = $1, name_zh = $2, name_en = $3, story_zh = $4, story_en = $5, starts_on = $6, ends_on = $7, east_code = $8,
          west_code = $9, host_code = $10, row_version = row_version + 1
    where id = $11
   ${wasAndIs({ slug: 'slug', name: { zh: 'name_zh', en: 'name_en' }, story: { zh: 'story_zh', en: 'story_en' }, startsOn: 'starts_on', endsOn: 'ends_on', eastCode: 'east_code', westCode: 'west_code', hostCode: 'host_code' })}`,
);
export const setCampaignState = statement(
  'catalogue.set_campaign_state',
  `update catalogue.campaign
      set state = $2, cancelled_why = coalesce($3, cancelled_why), row_version = row_version + 1,
          published_by = case when $2 = 'published' then $4::uuid else published_by end,
          published_at = case when $2 = 'published' then $5::timestamptz else published_at end
    where id = $1`,
);
export const dropDiscounts = statement(
  'catalogue.drop_discounts',
  'delete from catalogue.campaign_discount where campaign_id = $1',
);
/** $1 campaign, $2 discounts as JSON in their order. */
export const insertDiscounts = statement(
  'catalogue.insert_discounts',
  `with given as (
     select * from json_to_recordset($2::json) as discount (position smallint, name_zh text, name_en text, kind text,
       percent_bp integer, threshold_fen bigint, reduction_fen bigint, category text, funders json)
   ), discount as (
     insert into catalogue.campaign_discount (campaign_id, position, name_zh, name_en, kind, percent_bp, threshold_fen,
                                              reduction_fen, category)
     select $1, position, name_zh, name_en, kind, percent_bp, threshold_fen, reduction_fen, category from given
     returning id, position
   )
   insert into catalogue.discount_funder (discount_id, position, kind, organisation_id, share_bp)
   select discount.id, funder.place, funder.given ->> 'kind', (funder.given ->> 'organisationId')::uuid,
          (funder.given ->> 'shareBp')::integer
     from given join discount using (position)
     cross join lateral json_array_elements(given.funders) with ordinality as funder (given, place)`,
);
