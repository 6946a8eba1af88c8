import { statement } from '@xihuo/platform';

/** Where can be delivered to: the mainland. */
export const mainlandProvinces = statement<{ code: string; name: string }>(
  'catalogue.mainland_provinces',
  `select code, name from registry.region_v where level = 'province' and code < '700000' order by code`,
);
export const insertAreas = statement(
  'catalogue.insert_delivery_areas',
  `insert into catalogue.delivery_area (supplier_id, region_code)
   select supplier_id, region_code from json_to_recordset($1::json) as area (supplier_id uuid, region_code text)
   on conflict do nothing`,
);
export const areasOf = statement<{ code: string; name: string; province_name: string }>(
  'catalogue.delivery_areas_of',
  `select region.code, region.name, region.province_name
     from catalogue.delivery_area area join registry.region_v region on region.code = area.region_code
    where area.supplier_id = $1 order by region.code`,
);
