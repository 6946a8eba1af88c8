import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';

export interface LeadRow {
  id: string;
  row_version: number;
  state: machines.LeadState;
  fair_slug: string;
  fair_zh: string;
  fair_en: string;
  supplier_id: string;
  supplier_name: string;
  county_name: string;
  product: { id: string; slug: string; name: { zh: string; en: string }; category: string } | null;
  wants: string;
  /** Null once the buyer took it back. */
  contact_sealed: Buffer | null;
  order_number: string | null;
  at: Date;
  organisation_name: string | null;
  history: { state: machines.LeadState; note: string; at: string }[];
}

/** What a buyer sees of what was asked. */
export interface AskedRow extends Omit<LeadRow, 'contact_sealed' | 'row_version' | 'history'> {
  organisation_id: string | null;
  mine: boolean;
}

const PRODUCT = `case when product.id is not null then json_build_object('id', product.id, 'slug', product.slug,
           'category', product.category, 'name', json_build_object('zh', product.name_zh, 'en', product.name_en)) end as product`;

const LEAD = `
  select lead.id, lead.row_version, lead.state, fair.slug as fair_slug, fair.name_zh as fair_zh, fair.name_en as fair_en,
         lead.supplier_id, supplier.name_zh as supplier_name, county.name as county_name,
         ${PRODUCT}, lead.wants, lead.contact_sealed, lead.order_number, lead.at,
         organisation.name_zh as organisation_name,
         (select coalesce(json_agg(json_build_object('state', step.state, 'note', step.note,
                   'at', to_char(step.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by step.position), '[]'::json)
            from catalogue.lead_step step where step.lead_id = lead.id) as history
    from catalogue.lead
    join catalogue.fair on fair.id = lead.fair_id
    join registry.organisation_v supplier on supplier.id = lead.supplier_id
    join registry.region_v county on county.code = supplier.county_code
    left join catalogue.product on product.id = lead.product_id
    left join registry.organisation_v organisation on organisation.id = lead.organisation_id`;

/** $1 supplier, $2 state or null, $3 last id of the page before or null, $4 rows. */
export const leadsOf = statement<LeadRow>(
  'catalogue.leads_of',
  `${LEAD} where lead.supplier_id = $1 and ($2::text is null or lead.state = $2) and ($3::uuid is null or lead.id < $3)
    order by lead.id desc limit $4`,
);
/**
 * Of a person $1 and of the organisations the person buys for now; whoever no longer does sees nothing that was asked for them.
 * $2 organisation or null, $3 last id of the page before or null, $4 rows.
 */
export const leadsOfBuyer = statement<AskedRow>(
  'catalogue.leads_of_buyer',
  `select lead.id, lead.state, fair.slug as fair_slug, fair.name_zh as fair_zh, fair.name_en as fair_en, lead.supplier_id,
          supplier.name_zh as supplier_name, county.name as county_name, ${PRODUCT}, lead.wants, lead.order_number, lead.at,
          lead.organisation_id, organisation.name_zh as organisation_name, lead.person_id = $1 as mine
     from catalogue.lead
     join catalogue.fair on fair.id = lead.fair_id
     join registry.organisation_v supplier on supplier.id = lead.supplier_id
     join registry.region_v county on county.code = supplier.county_code
     left join catalogue.product on product.id = lead.product_id
     left join registry.organisation_v organisation on organisation.id = lead.organisation_id
    where ((lead.organisation_id is null and lead.person_id = $1)
           or lead.organisation_id in (select organisation_id from identity.role_grant_v where person_id = $1 and role = 'businessBuyer'))
      and ($2::uuid is null or lead.organisation_id is null or lead.organisation_id = $2)
      and ($3::uuid is null or lead.id < $3)
    order by lead.id desc limit $4`,
);
export const leadOf = statement<LeadRow>('catalogue.lead_of', `${LEAD} where lead.supplier_id = $1 and lead.id = $2`);
export const lockLead = statement<{ state: machines.LeadState; row_version: number }>(
  'catalogue.lock_lead',
  'select state, row_version from catalogue.lead where supplier_id = $1 and id = $2 for update',
);
/** The same again under the same id is the same lead, `fresh` only the first time; nothing where the id says something else already. */
export const insertLead = statement<{ id: string; at: Date; fresh: boolean }>(
  'catalogue.insert_lead',
  `insert into catalogue.lead (id, fair_id, supplier_id, product_id, wants, contact_sealed, person_id, consent_at, at, organisation_id,
                               consent_version)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10)
   on conflict (id) do update set wants = lead.wants
     where (lead.person_id, lead.fair_id, lead.supplier_id, lead.wants) = (excluded.person_id, excluded.fair_id, excluded.supplier_id, excluded.wants)
       and (lead.product_id, lead.organisation_id) is not distinct from (excluded.product_id, excluded.organisation_id)
   returning id, at, xmax = 0 as fresh`,
);
/**
 * Whoever may not sell at this moment is no exhibitor, as on the page of the fair; $4 asks for organisation $5, or for nobody but
 * themselves.
 */
export const exhibits = statement<{ exhibits: boolean; brings: boolean; acts: boolean }>(
  'catalogue.exhibits',
  `select exists (select from catalogue.fair_exhibitor exhibitor
                    join admission.supplier_standing_v standing on standing.supplier_id = exhibitor.supplier_id and standing.may_sell
                   where exhibitor.fair_id = $1 and exhibitor.supplier_id = $2) as exhibits,
          $3::uuid is null or exists (select from catalogue.fair_exhibitor
                                       where fair_id = $1 and supplier_id = $2 and $3 = any (products)) as brings,
          $5::uuid is null or exists (select from identity.role_grant_v
                                       where person_id = $4 and role = 'businessBuyer' and organisation_id = $5) as acts`,
);
export const moveLead = statement(
  'catalogue.move_lead',
  `with moved as (
     update catalogue.lead set state = $2, row_version = row_version + 1 where id = $1 returning id
   )
   insert into catalogue.lead_step (lead_id, position, state, note, at)
   select moved.id, (select count(*) + 1 from catalogue.lead_step where lead_id = moved.id), $2, $3, $4 from moved`,
);
/** Leads that became orders: $1 leads, $2 order numbers, $3 states from which that is legal, $4 now. */
export const leadsOrdered = statement<{ id: string }>(
  'catalogue.leads_ordered',
  `with ordered as (
     update catalogue.lead set state = 'ordered', order_number = given.number, row_version = row_version + 1
       from unnest($1::uuid[], $2::text[]) as given (id, number)
      where lead.id = given.id and lead.state = any ($3::text[])
     returning lead.id, given.number
   )
   insert into catalogue.lead_step (lead_id, position, state, note, at)
   select ordered.id, (select count(*) + 1 from catalogue.lead_step where lead_id = ordered.id), 'ordered', ordered.number, $4
     from ordered
   returning lead_id as id`,
);
/** Of the person $2 who asked. */
export const lockAsked = statement<{
  state: machines.LeadState;
  supplier_id: string;
  fair_zh: string;
  fair_en: string;
}>(
  'catalogue.lock_asked_lead',
  `select lead.state, lead.supplier_id, fair.name_zh as fair_zh, fair.name_en as fair_en
     from catalogue.lead join catalogue.fair on fair.id = lead.fair_id
    where lead.id = $1 and lead.person_id = $2 for update of lead`,
);
/** $1 leads, $2 now. Nothing of the contact is kept. */
export const takeBackLeads = statement(
  'catalogue.take_back_leads',
  `with gone as (
     update catalogue.lead set state = 'withdrawn', contact_sealed = null, row_version = row_version + 1
      where id = any ($1::uuid[]) returning id
   )
   insert into catalogue.lead_step (lead_id, position, state, note, at)
   select gone.id, (select count(*) + 1 from catalogue.lead_step where lead_id = gone.id), 'withdrawn', '', $2 from gone`,
);
/** Who asked for something at a fair and still waits for it. */
export const buyersOfFair = statement<{ person_id: string }>(
  'catalogue.buyers_of_fair',
  `select distinct person_id from catalogue.lead
    where fair_id = $1 and state in ('new', 'contacted', 'quoted') order by person_id`,
);
export const leadCounts = statement<{ state: machines.LeadState; count: number }>(
  'catalogue.lead_counts',
  'select state, count(*)::integer as count from catalogue.lead where fair_id = $1 group by state order by state',
);
/** Everybody who acts for a supplier. */
export const peopleOfSupplier = statement<{ person_id: string }>(
  'catalogue.people_of_supplier',
  `select distinct person_id from identity.role_grant_v where role = 'supplier' and organisation_id = $1 order by person_id`,
);
