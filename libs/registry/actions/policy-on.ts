import { must } from '@xihuo/kernel';
import type { Database, Tx } from '@xihuo/platform';
import type { Policies, Policy, PolicyKey } from '../rules/policies';
import { insertPolicies, policiesLike, policyOnSql } from '../store/policy.sql';

/** The value in force on a day. A missing one is a fault of the installation, never a default in the code. */
export async function policyOn<Key extends PolicyKey>(
  where: Tx | Database,
  key: Key,
  day: string,
): Promise<Policies[Key]> {
  const [row] = 'sql' in where ? await where.sql(policyOnSql, [key, day]) : await where.read(policyOnSql, [key, day]);
  must(row && row.value !== null, `no policy ${key} is in force on ${day}`);
  return row.value as Policies[Key];
}

/** A setting in force, and where it comes from. */
interface Standing<Prefix extends string> {
  readonly key: string;
  readonly value: Policies[Extract<PolicyKey, `${Prefix}${string}`>];
  readonly source: string;
}

/** All settings in force on a day whose keys begin so: what is a list of its own, such as the grounds of measures. */
export async function policiesOn<Prefix extends string>(
  where: Tx | Database,
  prefix: Prefix,
  day: string,
): Promise<Standing<Prefix>[]> {
  const values = [prefix, day];
  const rows = 'sql' in where ? await where.sql(policiesLike, values) : await where.read(policiesLike, values);
  return rows as Standing<Prefix>[];
}

/** Adds settings; one that is there already (same key, same day) stays as it was. */
export async function setPolicies(tx: Tx, policies: readonly Policy[]): Promise<void> {
  await tx.sql(insertPolicies, [JSON.stringify(policies.map(rowOf))]);
}

export const rowOf = ({ key, value, effectiveFrom, effectiveTo, source }: Policy) => ({
  ...{ key, value, source },
  ...{ effective_from: effectiveFrom, effective_to: effectiveTo },
});
