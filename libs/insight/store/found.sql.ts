import type { ResponseOf } from '@xihuo/contract';
import { statement } from '@xihuo/platform';

type Found = ResponseOf<'GET /me/found'>['data'][number];

export interface FoundRow {
  kind: Found['kind'];
  id: string;
  supplier_id: string | null;
  name: string;
  about: string | null;
  exact: boolean;
}

/** So many of a kind are shown, whatever they were found by. */
export const SHOWN = 5;
/** So many that a number or a name may mean are held against what its reader may open. */
const CONSIDERED = 400;

const begins = (column: string, typed: string) => `${column} >= ${typed} and ${column} < ${typed} || chr(1114111)`;
const part = (kind: Found['kind'], columns: string, rest: string) =>
  `(select '${kind}' as kind, ${columns} ${rest} limit ${SHOWN})`;

/** Orders, and disputes about one, by the order's number. $1 it, or null; $2 suppliers acted for, $3 places whose disputes are read. */
export const byOrderNumber = statement<FoundRow>(
  'insight.found_by_order_number',
  `with numbered as materialized (
     select id, order_id, supplier_id, number from ordering.numbered_part_v where ${begins('number', '$1::text')} order by number limit ${CONSIDERED})
   ${part('order', 'numbered.id, null::uuid as supplier_id, number as name, supplier.name_zh as about, number = $1 as exact', `from numbered join registry.organisation_v supplier on supplier.id = numbered.supplier_id where numbered.supplier_id = any ($2::uuid[])`)}
   union all
   ${part('ownDispute', 'disputed.id, null, number, null, number = $1', `from numbered join dispute.case_v disputed on disputed.supplier_order_id = numbered.id and disputed.order_id = numbered.order_id where disputed.supplier_id = any ($2::uuid[])`)}
   union all
   ${part('dispute', 'disputed.id, null, number, supplier.name_zh, number = $1', `from numbered join dispute.case_v disputed on disputed.supplier_order_id = numbered.id and disputed.order_id = numbered.order_id join registry.organisation_v supplier on supplier.id = disputed.supplier_id where supplier.county_code like any ($3::text[])`)}`,
);

/** Lots by their code, agreements by their number. $1 either, $2 suppliers acted for, $3 places whose agreements are read. */
export const byCode = statement<FoundRow>(
  'insight.found_by_code',
  `with coded as materialized (
     select id, supplier_id, code, product_id from trace.lot_v where ${begins('code', '$1::text')} order by code limit ${CONSIDERED}),
   agreed as materialized (
     select id, supplier_id, number from benefit.agreement_v where ${begins('number', '$1::text')} order by number limit ${CONSIDERED})
   ${part('lot', 'coded.id, null::uuid as supplier_id, code as name, product.name_zh as about, code = $1 as exact', 'from coded join catalogue.product_v product on product.id = coded.product_id where coded.supplier_id = any ($2::uuid[])')}
   union all
   ${part('agreement', 'agreed.id, null, number, supplier.name_zh, number = $1', 'from agreed join registry.organisation_v supplier on supplier.id = agreed.supplier_id where agreed.supplier_id = any ($2::uuid[]) or supplier.county_code like any ($3::text[])')}`,
);

/**
 * What belongs to whom a part of whose name is $1, the newest of each: $2 suppliers acted for, $3 places whose admissions, $4 whose disputes
 * and $5 whose statements are read.
 */
export const byName = statement<FoundRow>(
  'insight.found_by_name',
  `with named as materialized (
     select id, name_zh, kind, county_code, name_zh = $1::text as exact from (
       select id, name_zh, kind, county_code from registry.organisation_v
        where (select registry.sought_grams($1) <> '{}') and search_grams @> (select registry.sought_grams($1))
          and position(registry.search_plain($1) in search_plain) > 0
          and kind in ('cooperative', 'company', 'familyFarm', 'ruralCollective', 'trader')
          and (id = any ($2::uuid[]) or county_code like any ($3::text[] || $4::text[] || $5::text[])) limit ${CONSIDERED}) organisation
      order by exact desc, length(name_zh), name_zh, id limit ${SHOWN})
   ${part('supplier', 'id, null::uuid as supplier_id, name_zh as name, null as about, exact', 'from named where county_code like any ($3)')}
   union all
   ${part('application', `application.id, null, name_zh, (submitted_at at time zone 'Asia/Shanghai')::date::text, exact`, `from named cross join lateral (select id, county_code, submitted_at from admission.application_v where supplier_id = named.id order by id desc limit 1) application where submitted_at is not null and application.county_code like any ($3)`)}
   union all
   ${part('case', 'watched.id, null, name_zh, null, exact', `from named cross join lateral (select id, county_code from admission.trail_subject_v where kind = 'case' and supplier_id = named.id order by id desc limit 1) watched where watched.county_code like any ($3)`)}
   union all
   ${part('dispute', `disputed.id, null, name_zh, (opened_at at time zone 'Asia/Shanghai')::date::text, exact`, `from named cross join lateral (select id, opened_at from dispute.case_v where supplier_id = named.id order by id desc limit 1) disputed where county_code like any ($4)`)}
   union all
   ${part('statement', 'statement.id, null, name_zh, period_end::text, exact', `from named cross join lateral (select id, period_end from settlement.statement_v where supplier_id = named.id order by id desc limit 1) statement where named.id = any ($2::uuid[]) or county_code like any ($5)`)}`,
);

/** Products of suppliers acted for ($2) by a part $1 of the name, households of theirs and of places ($3) by how it begins. */
export const ofOwn = statement<FoundRow>(
  'insight.found_of_own',
  `with called as materialized (
     select household.id, display_name, village from registry.household_v household
       join registry.organisation_v supplier on supplier.id = household.supplier_id
      where ${begins('display_name', '$1::text')} and supplier.county_code like any ($3::text[])
      order by display_name, household.id limit ${SHOWN})
   ${part('product', 'product_id as id, supplier_id, name_zh as name, null::text as about, name_zh = $1 as exact', 'from (select distinct product_id, supplier_id, name_zh from catalogue.sku_v where supplier_id = any ($2::uuid[])) own where position(lower($1) in lower(name_zh)) > 0 order by length(name_zh), name_zh, product_id')}
   union all
   ${part('household', 'id, null, display_name, village, display_name = $1', `from registry.household_v where supplier_id = any ($2::uuid[]) and ${begins('display_name', '$1::text')} order by display_name, id`)}
   union all
   ${part('household', 'id, null, display_name, village, display_name = $1', 'from called')}`,
);
