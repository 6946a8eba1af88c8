import type { ResponseOf, watching } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import type { Evidence } from '../../rules/evidence';
import type { Criterion } from '../../rules/standard';
import type { FindingRow } from '../register.sql';
import { ENTRY, FROM, type RegisterRow } from './register-page.sql';

export interface SupplierRow extends RegisterRow {
  established_on: string;
  linked_households: number;
  application_id: string;
  standard_version: string;
  standing_since: string;
  evidence: Evidence;
  criteria: Criterion[];
}

export const supplierById = statement<SupplierRow>(
  'admission.supplier_by_id',
  `select ${ENTRY}, supplier.established_on, application.id as application_id, application.standard_version,
          application.evidence, standard.criteria,
          coalesce((select (min(started_at) at time zone 'Asia/Shanghai')::date from admission.measure
                     where supplier_id = standing.supplier_id and ended_at is null
                       and kind = case standing.standing when 'warned' then 'warning' when 'rectifying' then 'rectification'
                                    when 'suspended' then 'suspension' when 'exited' then 'exit' end),
                   standing.certified_on) as standing_since,
          (select count(*)::int from registry.household_v household where household.supplier_id = standing.supplier_id)
            as linked_households
     ${FROM}
     join admission.certification certification on certification.supplier_id = standing.supplier_id
     join admission.application application on application.id = certification.application_id
     join admission.standard standard on standard.version = application.standard_version
    where standing.supplier_id = $1`,
);

/** Of the last round: what the decision rested on. */
export const lastFindings = statement<FindingRow>(
  'admission.last_findings',
  `select criterion, result, check_version, facts from admission.finding
    where application_id = $1 and round = (select max(round) from admission.finding where application_id = $1)`,
);

export interface TickedRow {
  criterion: string;
  pass: number;
  fail: number;
  not_applicable: number;
}

/** How those ticked it who decided in the last round. */
export const tickedOf = statement<TickedRow>(
  'admission.ticked_of',
  `select item.criterion, count(*) filter (where item.result = 'pass')::integer as pass,
          count(*) filter (where item.result = 'fail')::integer as fail,
          count(*) filter (where item.result = 'notApplicable')::integer as not_applicable
     from admission.review review join admission.review_item item on item.review_id = review.id
    where review.application_id = $1 and review.state = 'decided'
      and review.round = (select max(round) from admission.review where application_id = $1 and state = 'decided')
    group by item.criterion`,
);

export const signedFor = statement<{ department: 'agriculture' | 'revitalisation'; signed_at: Date }>(
  'admission.signed_for',
  `select distinct on (department) department, signed_at from admission.recommendation
    where application_id = $1 order by department, round desc`,
);

export interface ListedRow {
  product_id: string;
  product_name: string;
  on_sale: boolean;
  recognition_id: string | null;
  issuer_kind: 'county' | 'association' | null;
  issuer_name: string | null;
  recognised_until: string | null;
}

export const listedOf = statement<ListedRow>(
  'admission.listed_of',
  `select listing.product_id, dossier.product_name, listing.may_sell as on_sale, recognition.id as recognition_id,
          recognition.issuer_kind, recognition.issuer_name, recognition.valid_until as recognised_until
     from admission.listing_right_v listing
     join admission.listing_approval approval using (supplier_id, product_id)
     join admission.product_dossier dossier on dossier.id = approval.dossier_id
     left join admission.recognition_v recognition
       on recognition.supplier_id = listing.supplier_id and recognition.product_id = listing.product_id
      and recognition.in_force
    where listing.supplier_id = $1 and approval.ended_at is null
    order by dossier.product_name, listing.product_id limit 200`,
);

export interface PublicMeasureRow {
  id: string;
  kind: 'warning' | 'rectification' | 'productDelisting' | 'suspension' | 'exit' | 'reAdmissionBar';
  state: ResponseOf<'GET /suppliers/{id}'>['measures'][number]['state'];
  ground: watching.Ground | null;
  reason: string;
  reason_en: string | null;
  started_at: Date;
  ends_on: string | null;
  ended_at: Date | null;
  product_id: string | null;
}

export const publicMeasuresOf = statement<PublicMeasureRow>(
  'admission.public_measures_of',
  `select id, kind, state, ground, reason, reason_en, started_at, ends_on, ended_at, product_id from admission.measure
    where supplier_id = $1 and published_at is not null and kind <> 'notice'
    order by ended_at is not null, id desc limit 100`,
);

export const certificatesOf = statement<{ kind: string; number: string; valid_until: string | null }>(
  'admission.certificates_of',
  `select distinct kind, number, valid_until from admission.certificate
    where supplier_id = $1 and state = 'valid' and kind not in ('businessLicence', 'foodProductionLicence', 'mandate')
    order by kind, number limit 200`,
);

export const openNoticesOf = statement<{
  id: string;
  subject_kind: 'application' | 'recognition';
  ends_on: string;
  published_at: Date;
}>(
  'admission.open_notices_of',
  `select id, subject_kind, ends_on, published_at from admission.public_notice
    where supplier_id = $1 and state = 'open' order by id`,
);

export const registerSummary = statement<{
  province_code: string;
  province_name: string;
  suppliers: number;
  may_sell: number;
  under_measures: number;
  suspended: number;
  exited: number;
}>(
  'admission.register_summary',
  `select county.province_code, county.province_name, count(*)::integer as suppliers,
          count(*) filter (where standing.may_sell)::integer as may_sell,
          count(*) filter (where standing.standing in ('warned', 'rectifying'))::integer as under_measures,
          count(*) filter (where standing.standing = 'suspended')::integer as suspended,
          count(*) filter (where standing.standing = 'exited')::integer as exited
     ${FROM}
    group by county.province_code, county.province_name order by county.province_code`,
);

export const businessToday = statement<{ today: string }>(
  'admission.business_today',
  `select (platform.business_now() at time zone 'Asia/Shanghai')::date as today`,
);
