import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import type { Result } from '../../rules/assess';
import type { SupplierKind } from '../../rules/evidence';
import type { ProductEvidence, ProductLookedUp } from '../../rules/product/product-evidence';
import type { ProductReason } from '../../rules/product/product-sentence';
import type { Criterion } from '../../rules/standard';

/** What registers say today of whoever sends a dossier: kind and county of the supplier, lists of the counties it names. */
export const lookUpProducts = statement<{
  supplier_id: string;
  product_id: string;
  supplier_kind: SupplierKind;
  supplier_name: string;
  county_code: string;
  county_lists: ProductLookedUp['countyLists'];
  certified: boolean;
}>(
  'admission.look_up_products',
  `select given.supplier_id, given.product_id, supplier.kind as supplier_kind, supplier.name_zh as supplier_name,
          coalesce(origin.code, supplier.county_code) as county_code,
          coalesce((select json_agg(json_build_object('county', listed.region_code, 'list', listed.list,
                                      'inProgramme', listed.in_programme, 'effectiveFrom', listed.effective_from,
                                      'effectiveTo', listed.effective_to)
                                    order by listed.region_code, listed.list, listed.effective_from)
                      from registry.listed_county_v listed
                     where listed.region_code in (given.produced_in, given.raw_material)), '[]') as county_lists,
          exists (select from admission.certification where supplier_id = given.supplier_id) as certified
     from json_to_recordset($1::json)
          as given (supplier_id uuid, product_id uuid, produced_in text, raw_material text)
     join registry.organisation_v supplier on supplier.id = given.supplier_id
     left join registry.region_v origin on origin.code = given.produced_in and origin.level = 'county'`,
);

/** The newest version of each; what is locked here cannot be overtaken by another sending. */
export const newestDossiers = statement<{
  supplier_id: string;
  product_id: string;
  version: number;
  state: machines.DossierState;
  evidence_sha256: Buffer;
}>(
  'admission.newest_dossiers',
  `select dossier.supplier_id, dossier.product_id, dossier.version, dossier.state, dossier.evidence_sha256
     from json_to_recordset($1::json) as given (supplier_id uuid, product_id uuid)
     join admission.product_dossier dossier using (supplier_id, product_id)
    where dossier.version = (select max(version) from admission.product_dossier
                              where supplier_id = given.supplier_id and product_id = given.product_id)
    order by dossier.id for update of dossier`,
);

/** What waits, or waited for corrections, gives way to the version that is sent now. */
export const supersedeWaiting = statement(
  'admission.supersede_waiting',
  `update admission.product_dossier dossier
      set state = 'superseded', decided_at = coalesce(decided_at, $2), corrections = null, row_version = row_version + 1
     from json_to_recordset($1::json) as given (supplier_id uuid, product_id uuid)
    where dossier.supplier_id = given.supplier_id and dossier.product_id = given.product_id
      and dossier.state in ('submitted', 'correctionsRequested')`,
);

export const insertDossiers = statement<{ id: string; supplier_id: string; product_id: string; version: number }>(
  'admission.insert_dossiers',
  `insert into admission.product_dossier (supplier_id, product_id, version, product_name, category, county_code, evidence,
                                          evidence_sha256, standard_version, judged_on, submitted_by, submitted_at)
   select supplier_id, product_id, version, product_name, category, county_code, evidence, decode(sha256, 'hex'), $2, $3, $4, $5
     from json_to_recordset($1::json) as dossier (supplier_id uuid, product_id uuid, version integer, product_name text,
            category text, county_code text, evidence jsonb, sha256 text)
   returning id, supplier_id, product_id, version`,
);

export const insertDossierFindings = statement(
  'admission.insert_dossier_findings',
  `insert into admission.dossier_finding (dossier_id, criterion, result, check_version, facts)
   select dossier_id, criterion, result, check_version, facts
     from json_to_recordset($1::json)
          as finding (dossier_id uuid, criterion text, result text, check_version text, facts jsonb)`,
);

export interface DossierRow {
  id: string;
  supplier_id: string;
  supplier_name: string;
  product_id: string;
  product_name: string;
  category: string;
  version: number;
  county_code: string;
  county_name: string;
  province_name: string;
  state: machines.DossierState;
  submitted_by: string | null;
  submitted_at: Date;
  decided_at: Date | null;
  reason: string | null;
  faults: number;
  on_sale: boolean;
  certified: boolean;
}

export interface DossierFileRow extends DossierRow {
  row_version: number;
  evidence: ProductEvidence;
  standard_version: string;
  judged_on: string;
  submitted_name: string | null;
  decided_by: string | null;
  /** Where a person decided it. */
  decided_name: string | null;
  corrections: { pointer: string; note: string }[] | null;
  criteria: Criterion[];
  /** The version that is approved beside this one. */
  approved_evidence: ProductEvidence | null;
}

const DOSSIER = `dossier.id, dossier.supplier_id, supplier.name_zh as supplier_name, dossier.product_id, dossier.product_name,
          dossier.category, dossier.version, dossier.county_code, county.name as county_name, county.province_name,
          dossier.state, dossier.submitted_by, dossier.submitted_at, dossier.decided_at, dossier.reason,
          (select count(*)::integer from admission.dossier_finding finding
             join jsonb_to_recordset(standard.criteria) as criterion (id text, kind text)
               on criterion.id = finding.criterion and criterion.kind = 'blocking'
            where finding.dossier_id = dossier.id and finding.result = 'fail') as faults,
          coalesce((select may_sell from admission.listing_right_v listing
                     where listing.supplier_id = dossier.supplier_id and listing.product_id = dossier.product_id), false) as on_sale,
          coalesce((select may_sell from admission.supplier_standing_v
                     where supplier_id = dossier.supplier_id), false) as certified`;
const FROM = `from admission.product_dossier dossier
     join admission.standard standard on standard.version = dossier.standard_version
     join registry.organisation_v supplier on supplier.id = dossier.supplier_id
     join registry.region_v county on county.code = dossier.county_code`;
// Jurisdiction and ownership are in the query itself: what lies outside of both does not exist for the caller.
const WITHIN = '(dossier.county_code like any($1::text[]) or dossier.supplier_id = any($2::uuid[]))';

/** $3 state, $4 supplier or null, $5 last id of the page before or null, $6 rows; what waits longest comes first. */
export const dossierPage = statement<DossierRow>(
  'admission.dossier_page',
  `select ${DOSSIER} ${FROM}
    where ${WITHIN} and dossier.state = $3 and ($4::uuid is null or dossier.supplier_id = $4)
      and ($5::uuid is null or dossier.id > $5)
    order by dossier.id limit $6`,
);

/** $3 one of them: every version of the same product of the same supplier, the newest first. */
export const dossierVersions = statement<Pick<DossierRow, 'id' | 'version' | 'state' | 'submitted_at'>>(
  'admission.dossier_versions',
  `select dossier.id, dossier.version, dossier.state, dossier.submitted_at
     from admission.product_dossier one
     join admission.product_dossier dossier on dossier.supplier_id = one.supplier_id and dossier.product_id = one.product_id
    where ${WITHIN} and one.id = $3 order by dossier.version desc`,
);

const FILE = `select ${DOSSIER}, dossier.row_version, dossier.evidence, dossier.standard_version, dossier.judged_on,
          dossier.decided_by, dossier.corrections, standard.criteria, submitter.display_name as submitted_name,
          decider.display_name as decided_name, approved.evidence as approved_evidence
     ${FROM}
     left join identity.person_v submitter on submitter.id = dossier.submitted_by
     left join identity.person_v decider on 'person:' || decider.id = dossier.decided_by
     left join admission.product_dossier approved
       on approved.supplier_id = dossier.supplier_id and approved.product_id = dossier.product_id
      and approved.state = 'approved' and approved.id <> dossier.id and approved.version < dossier.version`;

export const dossierById = statement<DossierFileRow>(
  'admission.dossier_by_id',
  `${FILE} where ${WITHIN} and dossier.id = $3`,
);
export const lockDossier = statement<DossierFileRow>(
  'admission.lock_dossier',
  `${FILE} where dossier.id = $1 for update of dossier`,
);

export interface DossierFindingRow {
  criterion: string;
  result: Result;
  check_version: string;
  facts: ProductReason[];
}

export const dossierFindings = statement<DossierFindingRow>(
  'admission.dossier_findings',
  'select criterion, result, check_version, facts from admission.dossier_finding where dossier_id = $1',
);

export const dossierItems = statement<{ criterion: string; result: 'pass' | 'fail' | 'notApplicable'; note: string }>(
  'admission.dossier_items',
  'select criterion, result, note from admission.dossier_item where dossier_id = $1 order by criterion',
);

export const insertItems = statement(
  'admission.insert_dossier_items',
  `insert into admission.dossier_item (dossier_id, criterion, result, note, ticked_by, ticked_at)
   select $1, criterion, result, note, $3, $4
     from json_to_recordset($2::json) as item (criterion text, result text, note text)`,
);

export const decideDossierRow = statement(
  'admission.decide_dossier',
  `update admission.product_dossier
      set state = $2, decided_by = $3, decided_at = $4, reason = $5, corrections = $6::jsonb, row_version = row_version + 1
    where id = $1`,
);

export const newestDossierOf = statement<{
  id: string;
  version: number;
  state: machines.DossierState;
  submitted_at: Date;
  corrections: { pointer: string; note: string }[] | null;
}>(
  'admission.newest_dossier_of',
  `select id, version, state, submitted_at, corrections from admission.product_dossier
    where supplier_id = $1 and product_id = $2 order by version desc limit 1`,
);
