import type { AfterSalePolicies } from './after-sale-policies';
import type { BenefitPolicies } from './benefit-policies';
import type { BusinessPolicies } from './business-policies';
import type { CalendarYear } from './known-calendar';
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
  /** The days of a year that differ from the weekly rule (全国年节及纪念日放假办法, and the yearly notice of the State Council's office). */
  [year: `calendar.${number}`]: CalendarYear;
}
export type PolicyKey = keyof Policies;

export interface Policy<Key extends PolicyKey = PolicyKey> {
  key: Key;
  value: Policies[Key];
  effectiveFrom: string;
  effectiveTo: string | null;
  source: string;
}
