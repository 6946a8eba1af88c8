import { statement } from '@xihuo/platform';
import type { Evidence, LookedUp, SupplierKind } from '../rules/evidence';
import type { Criterion } from '../rules/standard';

export const insertStandard = statement(
  'admission.insert_standard',
  `insert into admission.standard (version, published_on, effective_from, criteria, source)
   values ($1, $2, $3, $4::jsonb, $5) on conflict (version) do nothing`,
);

export interface StandardRow {
  version: string;
  published_on: string;
  effective_from: string;
  criteria: Criterion[];
  source: string;
}

export const standardOn = statement<StandardRow>(
  'admission.standard_on',
  `select version, published_on, effective_from, criteria, source from admission.standard
    where effective_from <= $1::date order by effective_from desc, version desc limit 1`,
);

export const standardOfVersion = statement<StandardRow>(
  'admission.standard_of_version',
  'select version, published_on, effective_from, criteria, source from admission.standard where version = $1',
);

/** What the registers say today about each applicant: lists of its county, and the admission of whoever mandates it. */
export const lookUp = statement<{
  supplier_id: string;
  county_lists: LookedUp['countyLists'];
  mandate: LookedUp['mandate'];
}>(
  'admission.look_up',
  `select given.supplier_id,
          coalesce((select json_agg(json_build_object('list', listed.list, 'inProgramme', listed.in_programme,
                                                      'effectiveFrom', listed.effective_from, 'effectiveTo', listed.effective_to)
                                    order by listed.list, listed.effective_from)
                      from registry.listed_county_v listed where listed.region_code = given.county_code), '[]') as county_lists,
          case when given.mandate_of is not null then json_build_object(
            'producerReference', given.mandate_of,
            'producerKind', producer.kind,
            'certifiedUntil', standing.valid_until) end as mandate
     from json_to_recordset($1::json) as given (supplier_id uuid, county_code text, mandate_of text)
     left join registry.organisation_v producer on producer.reference = given.mandate_of
     left join admission.supplier_standing_v standing on standing.supplier_id = producer.id and standing.may_sell`,
);

export const insertApplications = statement<{ id: string; supplier_id: string }>(
  'admission.insert_applications',
  `insert into admission.application (supplier_id, kind, county_code, state, evidence, standard_version, submitted_at)
   select supplier_id, kind, county_code, 'submitted', evidence, $2, $3
     from json_to_recordset($1::json) as application (supplier_id uuid, kind text, county_code text, evidence jsonb)
   returning id, supplier_id`,
);

export const insertFindings = statement(
  'admission.insert_findings',
  `insert into admission.finding (application_id, criterion, result, check_version, facts, judged_on)
   select application_id, criterion, result, check_version, facts, $2
     from json_to_recordset($1::json)
          as finding (application_id uuid, criterion text, result text, check_version text, facts jsonb)`,
);

export interface ApplicationRow {
  id: string;
  supplier_id: string;
  kind: SupplierKind;
  county_code: string;
  state: string;
  evidence: Evidence;
  standard_version: string;
}

export const lockApplications = statement<ApplicationRow>(
  'admission.lock_applications',
  `select id, supplier_id, kind, county_code, state, evidence, standard_version
     from admission.application where id = any($1::uuid[]) order by id for update`,
);

export const certifyApplications = statement<{ supplier_id: string }>(
  'admission.certify_applications',
  `with decided as (
     update admission.application
        set state = 'certified', decided_at = $2, decided_by = $3, decision_reason = $4, row_version = row_version + 1
      where id = any($1::uuid[]) and state = any($7::text[])
      returning id, supplier_id
   )
   insert into admission.certification (supplier_id, application_id, certified_on, valid_until)
   select supplier_id, id, $5, $6 from decided
   returning supplier_id`,
);
