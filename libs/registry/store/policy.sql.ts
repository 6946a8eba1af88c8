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

export const insertPolicies = statement(
  'registry.insert_policies',
  `insert into registry.policy (key, value, effective_from, effective_to, source)
   select key, value, effective_from, effective_to, source
     from json_to_recordset($1::json)
          as policy (key text, value jsonb, effective_from date, effective_to date, source text)
   on conflict do nothing`,
);
