import { wasAndIs, type WasAndIs } from '../was-and-is';
import type { channels, machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import { calendarPlace } from './calendar';

export interface ExhibitorJson {
  supplier: { id: string; name: string; countyName: string };
  booth: string | null;
  products: { id: string; slug: string; name: { zh: string; en: string }; category: string }[];
}

export interface FairRow {
  id: string;
  row_version: number;
  slug: string;
  kind: (typeof channels.FAIR_KINDS)[number];
  state: machines.CampaignState;
  name_zh: string;
  name_en: string;
  story_zh: string;
  story_en: string;
  starts_on: string;
  ends_on: string;
  sign_up_by: string;
  region_code: string;
  region_name: string;
  province_name: string;
  place: string;
  cancelled_why: string | null;
  /** Those who may sell now, as its page shows them. */
  exhibitors: number;
}

const FAIR = `
  select fair.id, fair.row_version, fair.slug, fair.kind, fair.state, fair.name_zh, fair.name_en, fair.story_zh, fair.story_en,
         fair.starts_on::text, fair.ends_on::text, fair.sign_up_by::text, fair.region_code, region.name as region_name,
         region.province_name, fair.place, fair.cancelled_why,
         (select count(*)::integer from catalogue.fair_exhibitor exhibitor
            join admission.supplier_standing_v standing on standing.supplier_id = exhibitor.supplier_id and standing.may_sell
           where exhibitor.fair_id = fair.id) as exhibitors
    from catalogue.fair join registry.region_v region on region.code = fair.region_code`;

/**
 * $1 and $2 days between which something of it lies, or null; $3 and $4 first and last code of a region, or null; $5 last of the page
 * before or null, $6 today, $7 rows.
 */
export const fairCalendar = statement<FairRow>(
  'catalogue.fair_calendar',
  `${FAIR}
   where fair.published_at is not null and ($1::date is null or fair.ends_on >= $1) and ($2::date is null or fair.starts_on <= $2)
     and ($3::text is null or fair.region_code between $3 and $4)
     and ($5::uuid is null or (${calendarPlace('fair', '$6')}, fair.id)
                              > (select ${calendarPlace('before', '$6')}, before.id from catalogue.fair before where before.id = $5))
   order by ${calendarPlace('fair', '$6')}, fair.id limit $7`,
);
export const fairBySlug = statement<FairRow>(
  'catalogue.fair_by_slug',
  `${FAIR} where fair.slug = $1 and fair.published_at is not null`,
);
export const fairById = statement<FairRow>('catalogue.fair_by_id', `${FAIR} where fair.id = $1`);
export const allFairs = statement<FairRow>(
  'catalogue.all_fairs',
  `${FAIR} where ($1::text is null or fair.state = $1) and ($2::uuid is null or fair.id < $2) order by fair.id desc limit $3`,
);
export const lockFair = statement<{ id: string }>(
  'catalogue.lock_fair',
  'select id from catalogue.fair where id = $1 for update',
);
export const insertFair = statement<{ id: string }>(
  'catalogue.insert_fair',
  `insert into catalogue.fair (slug, kind, name_zh, name_en, story_zh, story_en, starts_on, ends_on, sign_up_by, region_code, place,
                               created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
);
export const updateFair = statement<WasAndIs>(
  'catalogue.update_fair',
  `update catalogue.fair
      set slug = $1, kind = $2, name_zh = $3, name_en = $4, story_zh = $5, story_en = $6, starts_on = $7, ends_on = $8,
          sign_up_by = $9, region_code = $10, place = $11, row_version = row_version + 1
    where id = $12
   ${wasAndIs({ slug: 'slug', name: { zh: 'name_zh', en: 'name_en' }, story: { zh: 'story_zh', en: 'story_en' }, startsOn: 'starts_on', endsOn: 'ends_on', signUpBy: 'sign_up_by', regionCode: 'region_code', place: 'place' })}`,
);
export const setFairState = statement(
  'catalogue.set_fair_state',
  `update catalogue.fair
      set state = $2, cancelled_why = coalesce($3, cancelled_why), row_version = row_version + 1,
          published_at = case when $2 = 'published' then $4::timestamptz else published_at end
    where id = $1`,
);

/** Who exhibits and may sell now, with what of it is for sale; in the order of the booths as people count them: A2 before A10. */
export const exhibitorsOf = statement<ExhibitorJson>(
  'catalogue.fair_exhibitors',
  `select json_build_object('id', supplier.id, 'name', supplier.name_zh, 'countyName', county.name) as supplier, exhibitor.booth,
          coalesce((select json_agg(json_build_object('id', product.id, 'slug', product.slug, 'category', product.category,
                     'name', json_build_object('zh', product.name_zh, 'en', product.name_en)) order by product.name_zh, product.id)
             from catalogue.product
            where product.id = any (exhibitor.products)
              and exists (select from catalogue.offer_v where offer_v.product_id = product.id
                             and offer_v.supplier_id = exhibitor.supplier_id and offer_v.for_sale)), '[]'::json) as products
     from catalogue.fair_exhibitor exhibitor
     join registry.organisation_v supplier on supplier.id = exhibitor.supplier_id
     join registry.region_v county on county.code = supplier.county_code
     join admission.supplier_standing_v standing on standing.supplier_id = exhibitor.supplier_id and standing.may_sell
    where exhibitor.fair_id = $1
    order by substring(exhibitor.booth from '^[^0-9]*') nulls last, substring(exhibitor.booth from '[0-9]+')::numeric, exhibitor.booth,
             supplier.name_zh, supplier.id limit 500`,
);
/** A supplier's sign-up of each fair, whether it may sell or not. $1 supplier, $2 fairs. */
export const signUpsOf = statement<{ fair_id: string; booth: string | null; products: string[] }>(
  'catalogue.sign_ups_of',
  `select fair_id, booth, products from catalogue.fair_exhibitor where supplier_id = $1 and fair_id = any ($2::uuid[])`,
);
export const standingToExhibit = statement<{ may_sell: boolean; own: number }>(
  'catalogue.standing_to_exhibit',
  `select coalesce((select may_sell from admission.supplier_standing_v where supplier_id = $1), false) as may_sell,
          (select count(distinct product_id)::integer from catalogue.sku
            where supplier_id = $1 and product_id = any ($2::uuid[])) as own`,
);
export const signUp = statement(
  'catalogue.sign_up',
  `insert into catalogue.fair_exhibitor (fair_id, supplier_id, products, signed_up_by, signed_up_at) values ($1, $2, $3, $4, $5)
   on conflict (fair_id, supplier_id) do update set products = excluded.products`,
);
/** Nobody who was asked for goods is taken off: those buyers have a word to hear. */
export const takeBackSignUp = statement<{ supplier_id: string }>(
  'catalogue.take_back_sign_up',
  `delete from catalogue.fair_exhibitor
    where fair_id = $1 and supplier_id = $2
      and not exists (select from catalogue.lead where lead.fair_id = $1 and lead.supplier_id = $2)
   returning supplier_id`,
);
/** Gives booths: nobody's first, so that two may be exchanged. $1 fair, $2 suppliers, $3 booths. */
export const freeBooths = statement(
  'catalogue.free_booths',
  'update catalogue.fair_exhibitor set booth = null where fair_id = $1 and supplier_id = any ($2::uuid[])',
);
export const giveBooths = statement<{ supplier_id: string }>(
  'catalogue.give_booths',
  `update catalogue.fair_exhibitor exhibitor set booth = given.booth
     from unnest($2::uuid[], $3::text[]) as given (supplier_id, booth)
    where exhibitor.fair_id = $1 and exhibitor.supplier_id = given.supplier_id
   returning exhibitor.supplier_id`,
);
export const touchFair = statement(
  'catalogue.touch_fair',
  'update catalogue.fair set row_version = row_version + 1 where id = $1',
);
/** Everybody who acts for one of a fair's exhibitors. */
export const peopleOfFair = statement<{ person_id: string }>(
  'catalogue.people_of_fair',
  `select distinct acts.person_id
     from catalogue.fair_exhibitor exhibitor
     join identity.role_grant_v acts on acts.role = 'supplier' and acts.organisation_id = exhibitor.supplier_id
    where exhibitor.fair_id = $1 order by acts.person_id`,
);
