import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import { producerOut } from '../producer-out';

/** The approved version that another one takes the place of. */
export const supersedeApproved = statement(
  'admission.supersede_approved',
  `update admission.product_dossier older
      set state = 'superseded', row_version = older.row_version + 1
     from admission.product_dossier newer
    where newer.id = any($1::uuid[]) and older.supplier_id = newer.supplier_id and older.product_id = newer.product_id
      and older.state = 'approved' and older.id <> newer.id`,
);

export const putListings = statement<{ supplier_id: string; product_id: string }>(
  'admission.put_listings',
  `insert into admission.listing_approval (supplier_id, product_id, dossier_version, dossier_id, approved_at, approved_by)
   select supplier_id, product_id, version, id, $2, $3 from admission.product_dossier where id = any($1::uuid[])
   on conflict (supplier_id, product_id) do update
      set dossier_version = excluded.dossier_version, dossier_id = excluded.dossier_id, approved_at = excluded.approved_at,
          approved_by = excluded.approved_by, ended_at = null, ended_by = null, end_reason = null,
          row_version = listing_approval.row_version + 1
   returning supplier_id, product_id`,
);

/**
 * Whether somebody, or a machine where no person decided, found the marks of a dossier sound under its standard. The same paper
 * refused since it was sent, or refused at all where only a machine looked, proves nothing.
 */
const MARK_HOLDS = `exists (
              select from admission.standard standard,
                     jsonb_to_recordset(standard.criteria) as criterion (id text, checks jsonb)
                left join admission.dossier_item item on item.dossier_id = dossier.id and item.criterion = criterion.id
                left join admission.dossier_finding finding
                  on finding.dossier_id = dossier.id and finding.criterion = criterion.id
               where standard.version = dossier.standard_version
                 and jsonb_path_exists(criterion.checks, '$[*] ? (@ starts with "qualityMarks@")')
                 and coalesce(item.result, finding.result) = 'pass'
                 and not exists (
                   select from admission.certificate refused
                    where refused.state = 'refused' and refused.supplier_id = dossier.supplier_id
                      and refused.product_id = dossier.product_id and refused.kind = mark ->> 'kind'
                      and refused.number = mark ->> 'number'
                      and (item.result is null or refused.verified_at >= dossier.submitted_at)))`;

/** What the approved dossiers prove becomes watched: test reports, marks that held and licences with their ends. */
export const keepCertificates = statement(
  'admission.keep_dossier_certificates',
  `insert into admission.certificate (supplier_id, product_id, kind, scope, number, issuer, valid_until, file_id, state, handed_in_by,
                                      handed_in_at, verified_by, verified_at)
   select dossier.supplier_id, dossier.product_id, paper.kind, paper.scope, paper.number, paper.issuer, paper.valid_until, paper.file_id, 'valid',
          dossier.submitted_by, dossier.submitted_at, $3, $2
     from admission.product_dossier dossier,
          lateral (select dossier.evidence -> 'dossier' -> 'form' as form,
                          (dossier.evidence -> 'lookedUp' -> 'settings' ->> 'testReportMonths')::integer as months) sent,
          lateral (
            select 'testReport' as kind, '' as scope, form -> 'testReport' ->> 'number' as number,
                   coalesce(form -> 'testReport' ->> 'laboratory', '') as issuer,
                   ((form -> 'testReport' ->> 'testedOn')::date + make_interval(months => months))::date as valid_until,
                   (form -> 'testReport' ->> 'fileId')::uuid as file_id
             where form -> 'testReport' ->> 'number' is not null
            union all
            select 'foodProductionLicence', '', form -> 'foodLicence' ->> 'number',
                   coalesce(form -> 'foodLicence' ->> 'issuer', ''),
                   (form -> 'foodLicence' ->> 'validUntil')::date, null
             where form -> 'foodLicence' ->> 'number' is not null
               -- A producer's own licence is watched with its admission; this is the licence of whoever makes a trader's goods.
               and dossier.evidence -> 'lookedUp' ->> 'supplierKind' = 'trader'
            union all
            select mark ->> 'kind', case when mark ->> 'kind' = 'geographicalIndication' then coalesce(mark ->> 'indication', '') else '' end,
                   mark ->> 'number', coalesce(mark ->> 'issuer', ''), (mark ->> 'validUntil')::date, (mark ->> 'fileId')::uuid
              from jsonb_array_elements(form -> 'marks') mark
             where ${MARK_HOLDS}
          ) paper
    where dossier.id = any($1::uuid[])
   on conflict (supplier_id, kind, scope, number, product_id, valid_until) where state <> 'refused' do nothing`,
);

export interface ListingRow {
  row_version: number;
  supplier_id: string;
  product_id: string;
  dossier_id: string | null;
  dossier_version: number;
  approved_at: Date;
  ended_at: Date | null;
  end_reason: string | null;
  may_sell: boolean;
  county_code: string;
  product_name: string | null;
}

const LISTING = `select approval.row_version, approval.supplier_id, approval.product_id, approval.dossier_id,
          approval.dossier_version, approval.approved_at, approval.ended_at, approval.end_reason, listing.may_sell,
          coalesce(dossier.county_code, supplier.county_code) as county_code, dossier.product_name
     from admission.listing_approval approval
     join admission.listing_right_v listing using (supplier_id, product_id)
     join registry.organisation_v supplier on supplier.id = approval.supplier_id
     left join admission.product_dossier dossier on dossier.id = approval.dossier_id
    where approval.supplier_id = $1 and approval.product_id = $2`;

export const listingOf = statement<ListingRow>('admission.listing_of', LISTING);
export const lockListing = statement<ListingRow>('admission.lock_listing', `${LISTING} for update of approval`);

export const endListingRow = statement(
  'admission.end_listing',
  `update admission.listing_approval set ended_at = $3, ended_by = $4, end_reason = $5, row_version = row_version + 1
    where supplier_id = $1 and product_id = $2`,
);

/** Dossiers that wait, of products a machine approves for data that was agreed elsewhere. */
export const waitingDossiers = statement<{ id: string; supplier_id: string; product_id: string; faults: string[] }>(
  'admission.waiting_dossiers',
  `select dossier.id, dossier.supplier_id, dossier.product_id,
          array(select finding.criterion from admission.dossier_finding finding
                  join admission.standard standard on standard.version = dossier.standard_version
                  join jsonb_to_recordset(standard.criteria) as criterion (id text, kind text)
                    on criterion.id = finding.criterion and criterion.kind = 'blocking'
                 where finding.dossier_id = dossier.id and finding.result = 'fail' order by 1) as faults
     from unnest($1::uuid[], $2::uuid[]) as given (supplier_id, product_id)
     join admission.product_dossier dossier using (supplier_id, product_id)
     join admission.certification using (supplier_id)
    where dossier.state = 'submitted' order by dossier.id for update of dossier`,
);

export const approveRows = statement(
  'admission.approve_dossiers',
  `update admission.product_dossier
      set state = 'approved', decided_by = $3, decided_at = $2, reason = $4, row_version = row_version + 1
    where id = any($1::uuid[])`,
);

/** Where a product of a supplier stands on its way to sale and mark. */
export interface WayRow {
  certified: boolean;
  standing: string | null;
  supplier_may_sell: boolean;
  application_state: machines.ApplicationState | null;
  dossier_state: machines.DossierState | null;
  ever_approved: boolean;
  listing_open: boolean;
  /** A trader whose producer may not sell. */
  producer_out: boolean;
  listing_may_sell: boolean;
  end_reason: string | null;
  delisted_for: string | null;
  recognition_state: machines.RecognitionState | null;
  recognised: boolean;
}

export const wayToSale = statement<WayRow>(
  'admission.way_to_sale',
  `select standing.supplier_id is not null as certified, standing.standing, coalesce(standing.may_sell, false) as supplier_may_sell,
          ${producerOut('given.supplier_id')} as producer_out,
          (select state from admission.application where supplier_id = given.supplier_id order by id desc limit 1) as application_state,
          (select state from admission.product_dossier
            where supplier_id = given.supplier_id and product_id = given.product_id order by version desc limit 1) as dossier_state,
          approval.supplier_id is not null as ever_approved,
          approval.supplier_id is not null and approval.ended_at is null as listing_open,
          coalesce(listing.may_sell, false) as listing_may_sell, approval.end_reason,
          (select reason from admission.measure
            where supplier_id = given.supplier_id and product_id = given.product_id and kind = 'productDelisting'
              and ended_at is null order by id limit 1) as delisted_for,
          (select state from admission.recognition
            where supplier_id = given.supplier_id and product_id = given.product_id order by id desc limit 1) as recognition_state,
          exists (select from admission.recognition_v
                   where supplier_id = given.supplier_id and product_id = given.product_id and in_force) as recognised
     from (select $1::uuid as supplier_id, $2::uuid as product_id) given
     left join admission.supplier_standing_v standing on standing.supplier_id = given.supplier_id
     left join admission.listing_approval approval
       on approval.supplier_id = given.supplier_id and approval.product_id = given.product_id
     left join admission.listing_right_v listing
       on listing.supplier_id = given.supplier_id and listing.product_id = given.product_id`,
);
