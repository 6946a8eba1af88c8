import { must } from '@xihuo/kernel';
import type { Database, Tx } from '@xihuo/platform';
import { insertPolicies, policiesLike, policyOnSql } from '../store/policy.sql';
import type { AfterSalePolicies } from './after-sale-policies';
import type { BenefitPolicies } from './benefit-policies';
import type { BusinessPolicies } from './business-policies';
import type { DisputePolicies } from './dispute-policies';
import type { TracePolicies } from './trace-policies';
import type { WatchingPolicies } from './watching-policies';

/** Numbers of law and local policy that the code asks for; each is dated data with its source. */
export interface Policies
  extends WatchingPolicies, TracePolicies, BenefitPolicies, AfterSalePolicies, DisputePolicies, BusinessPolicies {
  /** Days after receipt in which a buyer may return without a reason (消费者权益保护法 art. 25). */
  'afterSale.windowDays': number;
  /** Fresh and perishable goods: days in which damage may be claimed. */
  'afterSale.perishableWindowDays': number;
  'order.payWithinMinutes': number;
  /** Unpaid orders that one address, account or phone may have at once; null is no limit. */
  'order.unpaidMost': { address: number | null; account: number | null; phone: number | null };
  /** In which order kinds of discounts are taken off, and which pairs of kinds never meet on one line. */
  'promotion.stacking': {
    order: ('flashPrice' | 'campaignPrice' | 'fullReduction' | 'coupon')[];
    excludes: [string, string][];
  };
  /** Days after which a guest's cart that nobody touched is thrown away. */
  'cart.guestDays': number;
  /** Carts that guests at one address may begin in an hour. */
  'cart.newPerHour': number;
  /** Basis points of the line's net. */
  'fee.platformBp': number;
  'settlement.period': 'daily' | 'weekly' | 'monthly';
  /** Fen by which bill, payments and books may differ where a period is closed. */
  'ledger.openDifferenceMostFen': number;
  /** Hours in which nothing is paid to a payee after another account was said. */
  'payout.accountHoldHours': number;
  /** From how many orders and households on a lot shows who earned what. */
  'breakdown.minOrders': number;
  'breakdown.minHouseholds': number;
  /** Days for which a draft standard is open for comment, at least. */
  'admission.standardCommentDays': number;
  /** Days between the publication of a standard and the day it binds, at least. */
  'admission.standardNoticeDays': number;
  /** What one paper may weigh, and how far it may unfold. */
  'admission.documentMaxBytes': number;
  'admission.documentMaxPages': number;
  'admission.documentMaxPixels': number;
  /** Papers of one application. */
  'admission.documentsMax': number;
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
  /** Months for which a test report of a product counts. */
  'admission.testReportMonths': number;
  /** Basis points by which a price may stand above the median of others' offers before people look at it. */
  'admission.peerToleranceBp': number;
  /** Fen of goods a year from which a product counts as one with a market. */
  'admission.annualValueFen': number;
  /** Basis points by which a supplier may move a price before people look at it. */
  'catalogue.priceBandBp': number;
  /** Days before its end from which a certificate counts as expiring. */
  'catalogue.expiringDays': number;
  /** Years a product's recognition holds. */
  'admission.recognitionYears': number;
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
  const rows = policies.map(({ key, value, effectiveFrom, effectiveTo, source }) => ({
    key,
    value,
    effective_from: effectiveFrom,
    effective_to: effectiveTo,
    source,
  }));
  await tx.sql(insertPolicies, [JSON.stringify(rows)]);
}
