import { statement } from '@xihuo/platform';

export interface SupplierMonthRow {
  month: string;
  admitted: number;
  measured: number;
  exited: number;
}

/**
 * Suppliers by month: admitted, under a measure that began, exited; each supplier once a month in each column. The first application
 * that was certified is an admission, and so is the first after an exit; what renews it is none. A measure that an appeal annulled never
 * was. $1 from, $2 until, $3 patterns of counties.
 */
export const suppliersByMonth = statement<SupplierMonthRow>(
  'insight.suppliers_by_month',
  `select to_char(happened.day, 'YYYY-MM') as month,
          (count(distinct happened.supplier_id) filter (where happened.what = 'admitted'))::integer as admitted,
          (count(distinct happened.supplier_id) filter (where happened.what = 'measured'))::integer as measured,
          (count(distinct happened.supplier_id) filter (where happened.what = 'exited'))::integer as exited
     from (select came.supplier_id, (came.decided_at at time zone 'Asia/Shanghai')::date as day, 'admitted' as what
             from admission.application_v came
            where came.state = 'certified' and not exists (
                  select from admission.application_v held
                   where held.supplier_id = came.supplier_id and held.state = 'certified' and held.decided_at < came.decided_at
                     and not exists (select from admission.measure_v gone
                                      where gone.supplier_id = came.supplier_id and gone.kind = 'exit' and gone.state <> 'annulled'
                                        and gone.started_at between held.decided_at and came.decided_at))
           union all
           select supplier_id, (started_at at time zone 'Asia/Shanghai')::date, case kind when 'exit' then 'exited' else 'measured' end
             from admission.measure_v where kind <> 'reAdmissionBar' and state <> 'annulled') happened
     join registry.organisation_v supplier on supplier.id = happened.supplier_id
    where happened.day between $1::date and $2::date and coalesce(supplier.county_code, '000000') like any ($3::text[])
    group by 1 order by 1`,
);
