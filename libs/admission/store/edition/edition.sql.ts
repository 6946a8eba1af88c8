import type { machines, ResponseOf } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import { producerOut } from '../producer-out';

type Entry = ResponseOf<'GET /catalogue/editions/{number}/entries'>['data'][number];
export type Cause = NonNullable<Entry['now']>;

const TODAY = `(select (platform.business_now() at time zone 'Asia/Shanghai')::date)`;

/**
 * Why the entry of a supplier's product cannot stand at this moment, the strictest first; no row where it can.
 *
 * @param entry what has supplier_id and product_id
 * @param edition whose exclusions count; null where none do
 */
function causeOf(entry: string, edition: string): string {
  const of = `supplier_id = ${entry}.supplier_id and product_id = ${entry}.product_id`;
  const measure = (kind: string, also = '') => `(select reason from admission.measure
             where supplier_id = ${entry}.supplier_id and kind = '${kind}' and ended_at is null ${also} order by id limit 1)`;
  const held = `exists (select from admission.recognition_v where ${of} and in_force)`;
  return `(select possible.cause, possible.reason from (values
       (1, 'supplierExited', ${measure('exit')}),
       (2, 'supplierSuspended', coalesce(${measure('suspension')},
             case when ${producerOut(`${entry}.supplier_id`)} then '委托方（生产者）当前不可销售' end)),
       (3, 'certificationOver', case when not exists (select from admission.certification
             where supplier_id = ${entry}.supplier_id and valid_until >= ${TODAY}) then '供应商准入有效期已满' end),
       (4, 'productDelisted', ${measure('productDelisting', `and product_id = ${entry}.product_id`)}),
       (5, 'listingEnded', (select coalesce(end_reason, '已下架') from admission.listing_approval
             where ${of} and ended_at is not null)),
       (6, 'recognitionRevoked', case when not ${held} then (select reason from admission.recognition
             where ${of} and state = 'revoked' and id = (select max(id::text)::uuid from admission.recognition
                                                          where ${of} and recognised_on is not null)) end),
       (7, 'recognitionLapsed', case when not ${held} then '认定有效期已满' end),
       (8, 'leftOut', (select reason from admission.edition_exclusion where ${of} and edition = ${edition}))
     ) as possible (place, cause, reason)
     where possible.reason is not null order by possible.place limit 1)`;
}

/** What may stand in an edition now: recognised, on sale, and not left out. $1 the edition. */
const ELIGIBLE = `
   select recognition.id as recognition_id, recognition.supplier_id, recognition.product_id, dossier.product_name,
          dossier.category, supplier.name_zh as supplier_name, supplier.uscc, recognition.county_code,
          county.name as county_name, county.province_name, recognition.issuer_kind, recognition.issuer_name,
          recognition.scheme, recognition.stamp_department, dossier.standard_version, dossier.version as dossier_version,
          recognition.evidence, recognition.recognised_on, recognition.valid_until
     from admission.recognition recognition
     join admission.listing_right_v listing
       on listing.supplier_id = recognition.supplier_id and listing.product_id = recognition.product_id
     join admission.product_dossier dossier on dossier.id = recognition.dossier_id
     join registry.organisation_v supplier on supplier.id = recognition.supplier_id
     join registry.region_v county on county.code = recognition.county_code
    where recognition.state = 'recognised' and recognition.valid_until >= ${TODAY} and listing.may_sell
      and not exists (select from admission.edition_exclusion exclusion
                       where exclusion.edition = $1 and exclusion.supplier_id = recognition.supplier_id
                         and exclusion.product_id = recognition.product_id)`;
const BEFORE = `(select max(number) from admission.catalogue_edition where state = 'published' and number < $1)`;

export interface DepartureRow {
  supplier_id: string;
  product_id: string;
  product_name: string;
  supplier_name: string;
  county_name: string;
  province_name: string;
  since_edition: number;
  cause: Cause;
  reason: string;
}

const LEAVING = `
   select entry.supplier_id, entry.product_id, entry.product_name, entry.supplier_name, entry.county_name, entry.province_name,
          entry.since_edition, gone.cause, gone.reason
     from admission.edition_entry entry
     cross join lateral ${causeOf('entry', '$1')} gone
    where entry.edition = ${BEFORE}`;

/**
 * Writes down what an edition holds and what left it, as of one moment: whoever is suspended between two statements would stand in
 * both lists, and whoever is restored in neither. $1 the edition.
 */
export const fillEdition = statement<{ part: 'entry' | 'departure'; supplier_id: string }>(
  'admission.fill_edition',
  `with eligible as (${ELIGIBLE}), entered as (
   insert into admission.edition_entry (edition, position, supplier_id, product_id, recognition_id, product_name, category,
            supplier_name, uscc, county_code, county_name, province_name, issuer_kind, issuer_name, scheme, stamp_department,
            standard_version, dossier_version, evidence, recognised_on, valid_until, since_edition)
   select $1, row_number() over (order by county_code, category, product_name, supplier_id, product_id), supplier_id, product_id,
          recognition_id, product_name, category, supplier_name, uscc, county_code, county_name, province_name, issuer_kind,
          issuer_name, scheme, stamp_department, standard_version, dossier_version,
          (select json_agg(json_build_object('kind', paper ->> 'kind', 'reference', paper ->> 'reference') order by place)
             from jsonb_array_elements(evidence) with ordinality as papers (paper, place)),
          recognised_on, valid_until,
          coalesce((select since_edition from admission.edition_entry known
                     where known.edition = ${BEFORE} and known.supplier_id = eligible.supplier_id
                       and known.product_id = eligible.product_id), $1)
     from eligible
   returning supplier_id
   ), left_it as (
   insert into admission.edition_departure (edition, supplier_id, product_id, product_name, supplier_name, county_name,
            province_name, since_edition, cause, reason)
   select $1, leaving.* from (${LEAVING}) leaving returning supplier_id
   )
   select 'entry' as part, supplier_id from entered union all select 'departure', supplier_id from left_it`,
);

/** Of a draft: as it would be now. */
export const leavingNow = statement<DepartureRow>(
  'admission.edition_leaving',
  `${LEAVING} order by entry.province_name, entry.supplier_name, entry.product_name`,
);
export const departuresOf = statement<DepartureRow>(
  'admission.edition_departures',
  `select supplier_id, product_id, product_name, supplier_name, county_name, province_name, since_edition, cause, reason
     from admission.edition_departure where edition = $1
    order by province_name, supplier_name, product_name, supplier_id, product_id`,
);

/** How many would stand in a draft now, and how many of them for the first time. */
export const countEligible = statement<{ entries: number; arrivals: number }>(
  'admission.count_eligible',
  `with eligible as (${ELIGIBLE})
   select count(*)::integer as entries,
          count(*) filter (where not exists (select from admission.edition_entry known
             where known.edition = ${BEFORE} and known.supplier_id = eligible.supplier_id
               and known.product_id = eligible.product_id))::integer as arrivals
     from eligible`,
);

export interface ComingRow {
  recognition_id: string;
  supplier_id: string;
  supplier_name: string;
  product_id: string;
  product_name: string;
  category: string;
  county_name: string;
  province_name: string;
  issuer_name: string;
  valid_until: string;
  arrives: boolean;
}

/** What a draft would hold now. $1 edition, $2 last recognition of the page before or null, $3 rows. */
export const comingPage = statement<ComingRow>(
  'admission.edition_coming',
  `with eligible as (${ELIGIBLE} and ($2::uuid is null or recognition.id > $2))
   select recognition_id, supplier_id, supplier_name, product_id, product_name, category, county_name, province_name, issuer_name,
          valid_until,
          not exists (select from admission.edition_entry known
             where known.edition = ${BEFORE} and known.supplier_id = eligible.supplier_id
               and known.product_id = eligible.product_id) as arrives
     from eligible order by recognition_id limit $3`,
);

export interface EditionRow {
  number: number;
  title_zh: string;
  title_en: string;
  note_zh: string;
  note_en: string;
  state: machines.EditionState;
  drafted_by: string;
  drafted_name: string | null;
  drafted_at: Date;
  /** Who wrote down what it leaves out. */
  excluded_by: string[];
  published_name: string | null;
  published_at: Date | null;
  published_on: string | null;
  entries: number;
  departures: number;
  row_version: number;
}

const EDITION = `select edition.number, edition.title_zh, edition.title_en, edition.note_zh, edition.note_en, edition.state,
          edition.drafted_by, drafter.display_name as drafted_name, edition.drafted_at,
          array(select distinct excluded_by from admission.edition_exclusion where edition = edition.number) as excluded_by,
          publisher.display_name as published_name, edition.published_at, edition.published_on, edition.entries,
          edition.departures, edition.row_version
     from admission.catalogue_edition edition
     left join identity.person_v drafter on drafter.id = edition.drafted_by
     left join identity.person_v publisher on publisher.id = edition.published_by`;

export const allEditions = statement<EditionRow>('admission.all_editions', `${EDITION} order by edition.number desc`);
export const editionOf = statement<EditionRow>('admission.edition_of', `${EDITION} where edition.number = $1`);
export const lockEdition = statement<EditionRow>(
  'admission.lock_edition',
  `${EDITION} where edition.number = $1 for update of edition`,
);

/** The next number; nothing where a draft is open already. */
export const insertEdition = statement<{ number: number }>(
  'admission.insert_edition',
  `insert into admission.catalogue_edition (number, title_zh, title_en, note_zh, note_en, drafted_by, drafted_at)
   select coalesce(max(number), 0) + 1, $1, $2, $3, $4, $5, $6 from admission.catalogue_edition
   on conflict do nothing returning number`,
);

export const updateEdition = statement(
  'admission.update_edition',
  `update admission.catalogue_edition
      set title_zh = $2, title_en = $3, note_zh = $4, note_en = $5, row_version = row_version + 1 where number = $1`,
);

export const dropExclusions = statement(
  'admission.drop_exclusions',
  'delete from admission.edition_exclusion where edition = $1',
);
export const insertExclusions = statement(
  'admission.insert_exclusions',
  `insert into admission.edition_exclusion (edition, supplier_id, product_id, reason, excluded_by, excluded_at)
   select $1, supplier_id, product_id, reason, $3, $4
     from json_to_recordset($2::json) as exclusion (supplier_id uuid, product_id uuid, reason text)
   on conflict (edition, supplier_id, product_id) do update set reason = excluded.reason`,
);

export interface ExclusionRow {
  supplier_id: string;
  supplier_name: string;
  product_id: string;
  product_name: string | null;
  reason: string;
}
export const exclusionsOf = statement<ExclusionRow>(
  'admission.exclusions_of',
  `select exclusion.supplier_id, supplier.name_zh as supplier_name, exclusion.product_id, dossier.product_name, exclusion.reason
     from admission.edition_exclusion exclusion
     join registry.organisation_v supplier on supplier.id = exclusion.supplier_id
     left join lateral (select product_name from admission.product_dossier
                         where supplier_id = exclusion.supplier_id and product_id = exclusion.product_id
                         order by version desc limit 1) dossier on true
    where exclusion.edition = $1 order by supplier.name_zh, exclusion.product_id`,
);

export const publishEditionRow = statement(
  'admission.publish_edition',
  `update admission.catalogue_edition
      set state = 'published', published_by = $2, published_at = $3, published_on = $4, entries = $5, departures = $6,
          row_version = row_version + 1
    where number = $1`,
);

export interface EntryRow {
  position: number;
  supplier_id: string;
  product_id: string;
  recognition_id: string;
  product_name: string;
  category: string;
  supplier_name: string;
  uscc: string | null;
  county_code: string;
  county_name: string;
  province_name: string;
  issuer_kind: 'county' | 'association';
  issuer_name: string;
  scheme: string;
  stamp_department: 'agriculture' | 'revitalisation';
  standard_version: string;
  dossier_version: number;
  evidence: Entry['evidence'];
  recognised_on: string;
  valid_until: string;
  since_edition: number;
}

const ENTRY = `entry.position, entry.supplier_id, entry.product_id, entry.recognition_id, entry.product_name, entry.category,
          entry.supplier_name, entry.uscc, entry.county_code, entry.county_name, entry.province_name, entry.issuer_kind,
          entry.issuer_name, entry.scheme, entry.stamp_department, entry.standard_version, entry.dossier_version,
          entry.evidence, entry.recognised_on, entry.valid_until, entry.since_edition`;

/** $1 edition, $2 pattern of a name or null, $3 first digits of a region or null, $4 category or null, $5 last position, $6 rows. */
export const entryPage = statement<EntryRow & { now: Cause | null }>(
  'admission.edition_entries',
  `select page.*, gone.cause as now
     from (select ${ENTRY} from admission.edition_entry entry
            where entry.edition = $1 and ($2::text is null or entry.product_name ilike $2 or entry.supplier_name ilike $2)
              and ($3::text is null or entry.county_code like $3) and ($4::text is null or entry.category = $4)
              and entry.position > $5
            order by entry.position limit $6) page
     left join lateral ${causeOf('page', 'null')} gone on true
    order by page.position`,
);

export const allEntries = statement<EntryRow>(
  'admission.edition_all_entries',
  `select ${ENTRY} from admission.edition_entry entry where entry.edition = $1 order by entry.position`,
);
