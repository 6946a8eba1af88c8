import { statement } from '@xihuo/platform';

export interface SupplierMonthRow {
  month: string;
  admitted: number;
  measured: number;
  exited: number;
}

/**
 * Suppliers by month: admitted, under a measure that began, exited; each supplier once a month in each column. $1 from, $2 until,
 * $3 patterns of counties.
 */
export const suppliersByMonth = statement<SupplierMonthRow>(
  'insight.suppliers_by_month',
  `select to_char(happened.day, 'YYYY-MM') as month,
          (count(distinct happened.supplier_id) filter (where happened.what = 'admitted'))::integer as admitted,
          (count(distinct happened.supplier_id) filter (where happened.what = 'measured'))::integer as measured,
          (count(distinct happened.supplier_id) filter (where happened.what = 'exited'))::integer as exited
     from (select supplier_id, certified_on as day, 'admitted' as what from admission.supplier_standing_v
           union all
           select supplier_id, (started_at at time zone 'Asia/Shanghai')::date, case kind when 'exit' then 'exited' else 'measured' end
             from admission.measure_v where kind <> 'reAdmissionBar') happened
     join registry.organisation_v supplier on supplier.id = happened.supplier_id
    where happened.day between $1::date and $2::date and supplier.county_code like any ($3::text[])
    group by 1 order by 1`,
);
