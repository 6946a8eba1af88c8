import type { machines } from '@xihuo/contract';

export interface WantedTerms {
  payerKind: machines.buying.PayerKind;
  payment: machines.buying.PurchasePayment;
  termDays: number | null;
  contractReference: string | null;
}

/** Days of the law and our rules, dated settings each. */
export interface TermSettings {
  /** Of public buyers: without an agreement, and the most that may be agreed. */
  publicDays: number;
  publicMostDays: number;
  /** Of large firms, without an agreement. */
  firmDays: number;
  /** What we let anybody agree. */
  mostDays: number;
}

const REGULATION = '《保障中小企业款项支付条例》（国务院令第802号，2025-06-01起施行）';

/** Where each term stands in the law; shown beside it. */
export const LAW: Record<machines.buying.PayerKind, string> = {
  publicBuyer: `${REGULATION}第九条第一款：机关、事业单位自交付之日起30日内付款，合同另有约定的最长不得超过60日；第十条：以验收合格为付款条件的，自验收合格之日起算`,
  largeFirm: `${REGULATION}第九条第二款：大型企业自交付之日起60日内付款，合同另有约定的从其约定并应合理；第十条：以验收合格为付款条件的，自验收合格之日起算`,
  otherFirm: '双方约定；平台规则参照大型企业的60日',
};

/** 0.05 % a day: what the regulation (art. 17) lays down where no rate was agreed, in hundred-thousandths; shown, never charged by itself. */
export const LATE_INTEREST_PER_100K = 50;

/** Bodies of the state and public institutions by their USCC (GB 32100): 11 机关, 12 事业单位. */
export function isPublicBody(uscc: string | null): boolean {
  return uscc !== null && /^1[12]/.test(uscc);
}

export interface TermFault {
  code: 'TERM_TOO_LONG' | 'CONTRACT_MISSING' | 'DAYS_MISSING' | 'PUBLIC_BODY';
  mostDays?: number;
  law?: string;
}

/**
 * Why these terms cannot be given; null where they can. A public buyer may agree on up to 60 days and never more; a firm on a longer
 * term than the law's only where a contract says so.
 */
export function termsFault(wanted: WantedTerms, settings: TermSettings, uscc: string | null): TermFault | null {
  if (isPublicBody(uscc) && wanted.payerKind !== 'publicBuyer') return { code: 'PUBLIC_BODY', law: LAW.publicBuyer };
  if (wanted.payment === 'payFirst') return wanted.termDays === null ? null : { code: 'DAYS_MISSING' };
  if (wanted.termDays === null) return { code: 'DAYS_MISSING' };
  const isPublic = wanted.payerKind === 'publicBuyer';
  const most = isPublic ? settings.publicMostDays : settings.mostDays;
  if (wanted.termDays > most) return { code: 'TERM_TOO_LONG', mostDays: most, law: LAW[wanted.payerKind] };
  const unagreed = isPublic ? settings.publicDays : settings.firmDays;
  if (wanted.termDays > unagreed && !wanted.contractReference)
    return { code: 'CONTRACT_MISSING', mostDays: unagreed, law: LAW[wanted.payerKind] };
  return null;
}

/** Whole days past due; 0 on the last day and before. */
export function daysLate(due: string, today: string): number {
  const days = (Date.parse(today) - Date.parse(due)) / 86_400_000;
  return Math.max(0, Math.round(days));
}
