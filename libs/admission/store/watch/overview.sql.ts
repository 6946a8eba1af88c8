import { statement } from '@xihuo/platform';

export interface OverviewRow {
  open_cases: number;
  proposals: number;
  open_appeals: number;
  overdue_appeals: number;
  reported_rectifications: number;
  answered_rechecks: number;
  certificates_to_verify: number;
  certificates_ending: number;
  open_samples: number;
  running_exits: number;
}

const OF = (
  table: string,
) => `from admission.${table} one join registry.organisation_v supplier on supplier.id = one.supplier_id
                where supplier.county_code like any($1::text[])`;
const APPEALS = `from admission.appeal appeal join admission.measure measure on measure.id = appeal.measure_id
     join registry.organisation_v supplier on supplier.id = measure.supplier_id
    where appeal.state = 'filed' and supplier.county_code like any($1::text[])`;

/** What waits for people; $1 patterns of county codes, $2 today. Every count reads along the index of what is open. */
export const overviewOf = statement<OverviewRow>(
  'admission.watching_overview',
  `select (select count(*)::integer ${OF('watch_case')} and one.state = 'open') as open_cases,
          (select count(*)::integer ${OF('watch_case')} and one.state = 'proposed') as proposals,
          (select count(*)::integer ${APPEALS}) as open_appeals,
          (select count(*)::integer ${APPEALS} and appeal.due_on < $2::date) as overdue_appeals,
          (select count(*)::integer from admission.rectification rectification
             join admission.measure measure on measure.id = rectification.measure_id
             join registry.organisation_v supplier on supplier.id = measure.supplier_id
            where rectification.state = 'reported' and supplier.county_code like any($1::text[])) as reported_rectifications,
          (select count(*)::integer ${OF('recheck')} and one.state = 'answered') as answered_rechecks,
          (select count(*)::integer ${OF('certificate')} and one.state = 'handedIn') as certificates_to_verify,
          (select count(*)::integer ${OF('certificate')} and one.state = 'valid'
              and one.valid_until between $2::date and $2::date + 30) as certificates_ending,
          (select count(*)::integer ${OF('spot_check_sample')} and one.state in ('planned', 'taken', 'sent')) as open_samples,
          (select count(*)::integer ${OF('exit_procedure')} and one.state = 'running') as running_exits`,
);

/** A supplier of the jurisdiction; $2 patterns. */
export const supplierWithin = statement<{ id: string }>(
  'admission.watched_supplier_within',
  'select id from registry.organisation_v where id = $1 and county_code like any($2::text[])',
);
