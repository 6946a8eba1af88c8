import { statement } from '@xihuo/platform';

type Happened = 'admitted' | 'measured' | 'exited';

export interface SupplierMonthRow extends Record<Happened | `${Happened}_before`, number> {
  month: string;
}

/**
 * What happened to suppliers, by day: admitted, under a measure that began, exited. The first application that was certified is an
 * admission, and so is the first after an exit; what renews it is none. A measure that an appeal annulled never was.
 */
const HAPPENED = `
           select came.supplier_id, (came.decided_at at time zone 'Asia/Shanghai')::date as day, 'admitted' as what
             from admission.application_v came
            where came.state = 'certified' and not exists (
                  select from admission.application_v held
                   where held.supplier_id = came.supplier_id and held.state = 'certified' and held.decided_at < came.decided_at
                     and not exists (select from admission.measure_v gone
                                      where gone.supplier_id = came.supplier_id and gone.kind = 'exit' and gone.state <> 'annulled'
                                        and gone.started_at between held.decided_at and came.decided_at))
           union all
           select supplier_id, (started_at at time zone 'Asia/Shanghai')::date, case kind when 'exit' then 'exited' else 'measured' end
             from admission.measure_v where kind <> 'reAdmissionBar' and state <> 'annulled'`;

const WITHIN = `coalesce(supplier.county_code, '000000') like any ($3::text[])`;
const COUNTS = (['admitted', 'measured', 'exited'] as const).flatMap((what) =>
  [false, true].map(
    (
      earlier,
    ) => `(count(distinct happened.supplier_id) filter (where happened.what = '${what}' and span.earlier = ${earlier}))::integer
            as ${what}${earlier ? '_before' : ''}`,
  ),
);

/**
 * Suppliers by month and by the same month a year before, each once a month in each column. $1 from, $2 until, $3 patterns of counties.
 */
export const suppliersByMonth = statement<SupplierMonthRow>(
  'insight.suppliers_by_month',
  `select to_char(happened.day + case when span.earlier then interval '1 year' else interval '0' end, 'YYYY-MM') as month,
          ${COUNTS.join(', ')}
     from (${HAPPENED}) happened
     join (values (false, $1::date, $2::date), (true, ($1::date - interval '1 year')::date, ($2::date - interval '1 year')::date))
            as span (earlier, first, last) on happened.day between span.first and span.last
     join registry.organisation_v supplier on supplier.id = happened.supplier_id
    where ${WITHIN}
    group by 1 order by 1`,
);

/** The suppliers behind a figure, each once with its first day. $1 to $3 as above, $4 what happened, $5 behind which one, $6 how many. */
export const suppliersBehind = statement<{ id: string; name: string; county: string; happened_on: string }>(
  'insight.suppliers_behind',
  `select supplier.id, supplier.name_zh as name, coalesce(county.name, '') as county, min(happened.day) as happened_on
     from (${HAPPENED}) happened
     join registry.organisation_v supplier on supplier.id = happened.supplier_id
     left join registry.region_v county on county.code = supplier.county_code
    where happened.day between $1::date and $2::date and happened.what = $4 and ${WITHIN} and ($5::uuid is null or supplier.id > $5)
    group by 1, 2, 3 order by supplier.id limit $6`,
);
