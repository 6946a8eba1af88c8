import { statement } from '@xihuo/platform';
import { DELIVERABLE } from '../place.sql';
import { REGION_NAME } from '../region-name.sql';

export interface AddressRow {
  id: string;
  sealed: Buffer;
  region_code: string;
  /** From the province down. */
  path: string[];
  region_name: string;
  tag: 'home' | 'work' | 'school' | null;
  is_default: boolean;
}

export const addressesOf = statement<AddressRow>(
  'ordering.addresses_of',
  `select address.id, address.sealed, address.region_code, address.tag, address.is_default, ${REGION_NAME} as region_name,
          array_remove(array[region.province_code, case when city.level = 'prefecture' then city.code end,
                             case when region.level <> 'province' then region.code end], null) as path
     from ordering.address
     join registry.region_v region on region.code = address.region_code
     left join registry.region_v city on city.code = region.parent_code
    where address.person_id = $1
    order by address.is_default desc, address.changed_at desc, address.id`,
);

/** Whoever writes addresses of one person goes one by one: two first ones are not both the default. */
export const lockAddresses = statement(
  'ordering.lock_addresses',
  `select pg_advisory_xact_lock(hashtextextended('ordering.address ' || $1::text, 0))`,
);

/** What stands against keeping it. $1 id, $2 person, $3 region. `held`: how many others there are. */
export const judgeAddress = statement<{ foreign_id: boolean; deliverable: boolean; held: number }>(
  'ordering.judge_address',
  `select exists (select from ordering.address where id = $1 and person_id <> $2) as foreign_id,
          exists (select from registry.region_v region
                   where region.code = $3 and ${DELIVERABLE}) as deliverable,
          (select count(*)::integer from ordering.address where person_id = $2 and id <> $1) as held`,
);

/** One default at most stands at any moment: the one before goes first. $1 person, $2 the id that will be it. */
export const clearDefault = statement(
  'ordering.clear_default_address',
  'update ordering.address set is_default = false where person_id = $1 and id <> $2 and is_default',
);

/** $1 id, $2 person, $3 region, $4 sealed, $5 tag, $6 default, $7 now. What is the default stays it until another is. */
export const putAddress = statement(
  'ordering.put_address',
  `insert into ordering.address (id, person_id, region_code, sealed, tag, is_default, changed_at) values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (id) do update
     set region_code = excluded.region_code, sealed = excluded.sealed, tag = excluded.tag,
         is_default = address.is_default or excluded.is_default, changed_at = excluded.changed_at
   where address.person_id = excluded.person_id`,
);

export const dropAddress = statement<{ was_default: boolean }>(
  'ordering.drop_address',
  'delete from ordering.address where id = $1 and person_id = $2 returning is_default as was_default',
);

export const defaultToLast = statement(
  'ordering.default_address_to_last',
  `update ordering.address set is_default = true
    where id = (select id from ordering.address where person_id = $1 order by changed_at desc, id limit 1)`,
);
