import { statement } from '@xihuo/platform';

export interface AreaRow {
  code: string;
  name: string;
  province_name: string;
}

/** The mainland: what lies beyond is not delivered to by anybody. */
const MAINLAND = `region.code < '700000'`;

export const insertAreas = statement(
  'catalogue.insert_delivery_areas',
  `insert into catalogue.delivery_area (supplier_id, region_code)
   select supplier_id, region_code from json_to_recordset($1::json) as area (supplier_id uuid, region_code text)
   on conflict do nothing`,
);
export const areasOf = statement<AreaRow>(
  'catalogue.delivery_areas_of',
  `select region.code, region.name, region.province_name
     from catalogue.delivery_area area join registry.region_v region on region.code = area.region_code
    where area.supplier_id = $1 order by region.code`,
);
export const mainland = statement<{ code: string; parent: string | null }>(
  'catalogue.mainland',
  `select code, parent_code as parent from registry.region_v region where ${MAINLAND} order by code`,
);
/** Whether goods can be sent to place $1 at all, of whatever level. */
export const deliverable = statement<{ code: string }>(
  'catalogue.deliverable_place',
  `select code from registry.region_v region where code = $1 and ${MAINLAND}`,
);
/** One at a time sets a supplier's places, so that two at once are one after the other. */
export const lockAreas = statement(
  'catalogue.lock_delivery_areas',
  `select pg_advisory_xact_lock(hashtextextended('catalogue.delivery_area ' || $1::text, 0))`,
);
/** $2 what shall be there and nothing else: only what differs is touched, since each row makes products be indexed anew. */
export const dropAreas = statement(
  'catalogue.drop_delivery_areas',
  'delete from catalogue.delivery_area where supplier_id = $1 and not region_code = any ($2::text[])',
);

/** The fewest places that hold none of what is served ($1); only where something is named at all. */
export const notServedOf = statement<AreaRow>(
  'catalogue.not_served_of',
  `with recursive area as (
     select region_code as code from catalogue.delivery_area where supplier_id = $1
   ), touched as (
     select code from area
     union
     select region.parent_code from touched join registry.region_v region using (code) where region.parent_code is not null
   )
   select region.code, region.name, region.province_name
     from registry.region_v region
    where ${MAINLAND} and exists (select from area) and region.code not in (select code from touched)
      and (region.parent_code is null
           or region.parent_code in (select code from touched) and region.parent_code not in (select code from area))
    order by region.code`,
);

/** Places in which no other lies: all of them, and those served. */
export const countLeaves = statement<{ served: number; all: number }>(
  'catalogue.count_delivery_leaves',
  `with area as (select region_code as code from catalogue.delivery_area where supplier_id = $1),
        parents as (select distinct parent_code as code from registry.region_v where parent_code is not null)
   select count(*)::int as all,
          count(*) filter (where not exists (select from area)
                              or region.code in (select code from area) or region.parent_code in (select code from area)
                              or region.province_code in (select code from area))::int as served
     from registry.region_v region
    where ${MAINLAND} and region.code not in (select code from parents)`,
);
