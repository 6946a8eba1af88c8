import { must } from '@xihuo/kernel';
import type { Database, Tx } from '@xihuo/platform';
import { insertPolicies, policyOnSql } from '../store/policy.sql';

/** Numbers of law and local policy that the code asks for; each is dated data with its source. */
export interface Policies {
  /** Days after receipt in which a buyer may return without a reason (消费者权益保护法 art. 25). */
  'afterSale.windowDays': number;
  /** Fresh and perishable goods: days in which damage may be claimed. */
  'afterSale.perishableWindowDays': number;
  'order.payWithinMinutes': number;
  /** Basis points of the line's net. */
  'fee.platformBp': number;
  'settlement.period': 'daily' | 'weekly' | 'monthly';
  /** From how many orders and households on a lot shows who earned what. */
  'breakdown.minOrders': number;
  'breakdown.minHouseholds': number;
  /** Years a certification holds before it must be renewed. */
  'admission.validYears': number;
  /** Minutes a claimed application stays with one reviewer; every saved tick begins them anew. */
  'admission.claimMinutes': number;
  /** Working days a county, city or province has for its signature. */
  'admission.recommendWorkingDays': number;
  /** Working days the platform's review has. */
  'admission.reviewWorkingDays': number;
  /** Working days an applicant has for corrections. */
  'admission.correctionWorkingDays': number;
  /** Working days of a public notice in which anybody may object. */
  'admission.noticeWorkingDays': number;
  /** Days after which a register must be asked again before somebody approves. */
  'admission.creditSnapshotDays': number;
}
export type PolicyKey = keyof Policies;

export interface Policy<Key extends PolicyKey = PolicyKey> {
  key: Key;
  value: Policies[Key];
  effectiveFrom: string;
  effectiveTo: string | null;
  source: string;
}

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

/** Adds settings; one that is there already (same key, same day) stays as it was. */
export async function setPolicies(tx: Tx, policies: readonly Policy[]): Promise<void> {
  const rows = policies.map(({ key, value, effectiveFrom, effectiveTo, source }) => ({
    key,
    value,
    effective_from: effectiveFrom,
    effective_to: effectiveTo,
    source,
  }));
  await tx.sql(insertPolicies, [JSON.stringify(rows)]);
}
