import { statement } from '@xihuo/platform';

export interface EntryRow {
  id: string;
  supplier_id: string;
  supplier_name: string;
  county_name: string;
  product_id: string;
  slug: string;
  name_zh: string;
  name_en: string;
  category: string;
  entered_at: Date;
  shown: boolean;
}

/** $1 campaign, $2 last entry of the page before or null, $3 rows. */
export const entriesOf = statement<EntryRow>(
  'catalogue.campaign_entries',
  `select entry.id, entry.supplier_id, supplier.name_zh as supplier_name, county.name as county_name, entry.product_id, product.slug,
          product.name_zh, product.name_en, product.category, entry.entered_at,
          exists (select from catalogue.campaign_product_v takes_part
                    join catalogue.offer_v on offer_v.product_id = takes_part.product_id
                     and offer_v.supplier_id = takes_part.supplier_id and offer_v.for_sale
                   where takes_part.campaign_id = entry.campaign_id and takes_part.supplier_id = entry.supplier_id
                     and takes_part.product_id = entry.product_id) as shown
     from catalogue.campaign_entry entry
     join registry.organisation_v supplier on supplier.id = entry.supplier_id
     join registry.region_v county on county.code = supplier.county_code
     join catalogue.product on product.id = entry.product_id
    where entry.campaign_id = $1 and entry.left_at is null
      and ($2::uuid is null or entry.id > $2)
    order by entry.id limit $3`,
);

export interface MayEnterRow {
  campaign_id: string;
  product_id: string;
  slug: string;
  name_zh: string;
  name_en: string;
  category: string;
  entered: boolean;
}

/** A supplier's recognised products from the western side of each campaign that is not over. $1 supplier, $2 today. */
export const mayEnter = statement<MayEnterRow>(
  'catalogue.may_enter',
  `select campaign.id as campaign_id, product.id as product_id, product.slug, product.name_zh, product.name_en, product.category,
          entry.product_id is not null as entered
     from catalogue.campaign
     join registry.organisation_v supplier on supplier.id = $1 and left(supplier.county_code, 2) = left(campaign.west_code, 2)
     join admission.recognition_v recognition on recognition.supplier_id = supplier.id and recognition.in_force
     join catalogue.product on product.id = recognition.product_id
     left join catalogue.campaign_entry entry on entry.campaign_id = campaign.id and entry.supplier_id = supplier.id
      and entry.product_id = product.id and entry.left_at is null
    where campaign.state = 'published' and campaign.ends_on >= $2::date
    order by campaign.starts_on, campaign.id, product.name_zh, product.id`,
);

/** Takes out what is no longer named. $1 campaign, $2 supplier, $3 products, $4 now. */
export const leaveCampaign = statement<{ product_id: string }>(
  'catalogue.leave_campaign',
  `update catalogue.campaign_entry set left_at = $4
    where campaign_id = $1 and supplier_id = $2 and left_at is null and not product_id = any ($3::uuid[])
   returning product_id`,
);
/** $1 campaign, $2 supplier, $3 products, $4 version of the terms, $5 who, $6 now. What is entered already is left alone. */
export const enterCampaign = statement<{ product_id: string }>(
  'catalogue.enter_campaign',
  `insert into catalogue.campaign_entry (campaign_id, supplier_id, product_id, terms_version, entered_by, entered_at)
   select $1, $2, product_id, $4, $5, $6 from unnest($3::uuid[]) as wanted (product_id)
   on conflict (campaign_id, supplier_id, product_id) do update
      set left_at = null, terms_version = excluded.terms_version, entered_by = excluded.entered_by, entered_at = excluded.entered_at
    where campaign_entry.left_at is not null
   returning product_id`,
);
