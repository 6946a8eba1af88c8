import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';

export interface ChangeRow {
  id: string;
  supplier_id: string;
  product_id: string;
  state: machines.ChangeState;
  fields: machines.listings.ChangeFields;
  /** Frozen when it was decided. */
  before: machines.listings.FieldChange[] | null;
  note: string;
  authors: string[];
  submitted_at: Date | null;
  submitted_name: string | null;
  decided_at: Date | null;
  decided_name: string | null;
  message: string | null;
  supplier_name: string;
  slug: string;
  name_zh: string;
  county_code: string;
  row_version: number;
  /** Kinds of certificates that are valid for it today. */
  certificates: string[];
}

const CHANGE = `select change.id, change.supplier_id, change.product_id, change.state, change.fields, change.before,
          change.note, change.authors, change.submitted_at, submitter.display_name as submitted_name, change.decided_at,
          decider.display_name as decided_name, change.message, supplier.name_zh as supplier_name, product.slug,
          product.name_zh, supplier.county_code, listing.row_version,
          array(select distinct kind from admission.certificate_v certificate
                 where certificate.supplier_id = change.supplier_id and certificate.product_id = change.product_id
                   and valid_until >= (select (platform.business_now() at time zone 'Asia/Shanghai')::date)
                 order by kind) as certificates
     from catalogue.listing_change change
     join catalogue.listing_content listing
       on listing.supplier_id = change.supplier_id and listing.product_id = change.product_id
     join registry.organisation_v supplier on supplier.id = change.supplier_id
     join catalogue.product on product.id = change.product_id
     left join identity.person_v submitter on submitter.id = change.submitted_by
     left join identity.person_v decider on decider.id = change.decided_by`;
// What lies outside of jurisdiction and ownership does not exist for the caller; nobody but its supplier reads a draft.
const WITHIN = `(change.supplier_id = any($2::uuid[])
       or (supplier.county_code like any($1::text[]) and change.submitted_at is not null))`;

/** $3 state, $4 supplier or null, $5 last id or null, $6 rows. */
export const changePage = statement<ChangeRow>(
  'catalogue.change_page',
  `${CHANGE} where ${WITHIN} and change.state = $3 and ($4::uuid is null or change.supplier_id = $4)
      and ($5::uuid is null or change.id > $5) order by change.id limit $6`,
);
export const changeById = statement<ChangeRow>(
  'catalogue.change_by_id',
  `${CHANGE} where ${WITHIN} and change.id = $3`,
);
export const lockChange = statement<ChangeRow>(
  'catalogue.lock_change',
  `${CHANGE} where change.id = $1 for update of listing, change`,
);
/** The open one, else the one that was decided last. */
export const newestChange = statement<ChangeRow>(
  'catalogue.newest_change',
  `${CHANGE} where change.supplier_id = $1 and change.product_id = $2
    order by change.state in ('draft', 'submitted', 'changesRequested') desc, change.id desc limit 1`,
);

export const insertChange = statement<{ id: string }>(
  'catalogue.insert_change',
  `insert into catalogue.listing_change (supplier_id, product_id, fields, note, authors, saved_at)
   values ($1, $2, $3::jsonb, $4, array[$5::uuid], $6) returning id`,
);
export const saveChangeRow = statement(
  'catalogue.save_change',
  `update catalogue.listing_change
      set fields = $2::jsonb, note = $3, saved_at = $5,
          authors = case when $4 = any(authors) then authors else authors || $4::uuid end
    where id = $1`,
);
export const submitChangeRow = statement(
  'catalogue.submit_change',
  `update catalogue.listing_change
      set state = 'submitted', submitted_by = $2, submitted_at = $3, rules_version = $4, decided_by = null, decided_at = null,
          authors = case when $2 = any(authors) then authors else authors || $2::uuid end
    where id = $1`,
);
export const cancelChangeRow = statement(
  'catalogue.cancel_change',
  `update catalogue.listing_change set state = 'cancelled', decided_by = null, decided_at = $2 where id = $1`,
);
export const decideChangeRow = statement(
  'catalogue.decide_change',
  `update catalogue.listing_change
      set state = $2, decided_by = $3, decided_at = $4, message = $5, before = $6::jsonb, rules_version = $7
    where id = $1`,
);
