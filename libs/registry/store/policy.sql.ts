import { statement } from '@xihuo/platform';

export const policyOnSql = statement<{ value: unknown }>(
  'registry.policy_on',
  'select registry.policy_on($1, $2::date) as value',
);

export const policiesLike = statement<{ key: string; value: unknown; source: string }>(
  'registry.policies_like',
  `select distinct on (key) key, value, source from registry.policy
    where starts_with(key, $1) and effective_from <= $2::date and (effective_to is null or effective_to > $2::date)
    order by key, effective_from desc`,
);

export interface SettingRow {
  key: string;
  value: unknown;
  effective_from: string;
  effective_to: string | null;
  status: 'inForce' | 'coming' | 'past';
  source: string;
}

export const today = statement<{ today: string }>(
  'registry.today',
  `select (platform.business_now() at time zone 'Asia/Shanghai')::date::text as today`,
);

/** Every version of every setting; in force is the newest that has begun and not ended. */
export const settings = statement<SettingRow>(
  'registry.settings',
  `with day as (select (platform.business_now() at time zone 'Asia/Shanghai')::date as today), dated as (
     select policy.*, today, lead(effective_from) over (partition by key order by effective_from) as replaced_from
       from registry.policy cross join day where starts_with(key, $1))
   select key, value, effective_from::text, effective_to::text, source,
          case when effective_from > today then 'coming'
               when effective_to <= today or replaced_from <= today then 'past' else 'inForce' end as status
     from dated order by key, effective_from desc`,
);

export const insertPolicies = statement(
  'registry.insert_policies',
  `insert into registry.policy (key, value, effective_from, effective_to, source)
   select key, value, effective_from, effective_to, source
     from json_to_recordset($1::json)
          as policy (key text, value jsonb, effective_from date, effective_to date, source text)
   on conflict do nothing`,
);

export const insertFirstPolicies = statement<{ key: string }>(
  'registry.insert_first_policies',
  `insert into registry.policy (key, value, effective_from, effective_to, source)
   select key, value, effective_from, effective_to, source
     from json_to_recordset($1::json)
          as first (key text, value jsonb, effective_from date, effective_to date, source text)
    where not exists (select from registry.policy known where known.key = first.key)
   on conflict do nothing
   returning key`,
);

/** Of these settings, those without a value in force today. */
export const settingsWithoutValue = statement<{ key: string }>(
  'registry.settings_without_value',
  `select key from unnest($1::text[]) key
    where registry.policy_on(key, (platform.business_now() at time zone 'Asia/Shanghai')::date) is null order by key`,
);
