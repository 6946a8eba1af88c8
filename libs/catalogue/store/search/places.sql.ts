import { statement } from '@xihuo/platform';

/** Where can be delivered to: the mainland. */
export const mainlandProvinces = statement<{ code: string; name: string }>(
  'catalogue.mainland_provinces',
  `select code, name from registry.region_v where level = 'province' and code < '700000' order by code`,
);
