import { uscc } from '@xihuo/kernel';
import type { Evidence } from './evidence';
import { REGISTERS } from './review/approvable';
import { isScNumber, scClassOf } from './sc-number';

/** Why a check came out as it did: a code with values, from which a sentence is made in each language. */
export interface Reason {
  readonly code: ReasonCode;
  readonly values: Readonly<Record<string, string>>;
}

export type ReasonCode =
  | 'usccForm'
  | 'usccCheckCharacter'
  | 'usccOfOthers'
  | 'licenceExpired'
  | 'countyNotListed'
  | 'mandateMissing'
  | 'mandateFromTrader'
  | 'mandateFromUnadmitted'
  | 'mandateUnconfirmed'
  | 'mandateExpired'
  | 'noLinkedHouseholds'
  | 'noLinkagePaper'
  | 'undertakingMissing'
  | 'merchantNotOpen'
  | 'merchantOtherName'
  | 'creditNotAsked'
  | 'creditListed'
  | 'seriousDishonesty'
  | 'scNumberWrong'
  | 'scClassMissing'
  | 'scExpired';

export interface Verdict {
  /** `notJudged` where what it reads is not known yet: it is passed on nobody's silence. */
  readonly result: 'pass' | 'fail' | 'notApplicable' | 'notJudged';
  readonly reasons: readonly Reason[];
}

type Check = (evidence: Evidence, today: string) => Verdict;

const PASS: Verdict = { result: 'pass', reasons: [] };
const NOT_APPLICABLE: Verdict = { result: 'notApplicable', reasons: [] };

function failIf(reasons: readonly Reason[]): Verdict {
  return reasons.length === 0 ? PASS : { result: 'fail', reasons };
}

function failFor(code: ReasonCode, values: Record<string, string> = {}): Verdict {
  return { result: 'fail', reasons: [{ code, values }] };
}

function usccDigits({ declared }: Evidence): Verdict {
  const fault = uscc.faultOf(declared.uscc);
  if (fault === null) return PASS;
  return failFor(fault === 'form' ? 'usccForm' : 'usccCheckCharacter', { uscc: declared.uscc });
}

/** As version 1, and nobody else here goes by the same code: who is who is for people to find out. */
function usccOfOne(evidence: Evidence): Verdict {
  const first = usccDigits(evidence);
  const { sameCode = 0 } = evidence.lookedUp;
  if (first.result === 'fail' || sameCode === 0) return first;
  return failFor('usccOfOthers', { uscc: evidence.declared.uscc, others: String(sameCode) });
}

/** A licence is good on its last day. */
function licenceTerm({ declared }: Evidence, today: string): Verdict {
  const until = declared.licenceValidUntil;
  return until !== null && until < today ? failFor('licenceExpired', { until }) : PASS;
}

/** 832 list within the programme, or the 160; lists are dated, since they change by notice. */
function countyListed({ declared, lookedUp }: Evidence, today: string): Verdict {
  const onList = lookedUp.countyLists.some(
    ({ inProgramme, effectiveFrom, effectiveTo }) =>
      inProgramme && effectiveFrom <= today && (effectiveTo === null || effectiveTo > today),
  );
  return onList ? PASS : failFor('countyNotListed', { county: declared.countyCode });
}

/** A trading company sells only as agent of a producer that is itself admitted. */
function traderMandate({ declared, lookedUp: { mandate } }: Evidence, today: string): Verdict {
  if (declared.kind !== 'trader') return PASS;
  if (mandate === null) return failFor('mandateMissing');
  const values = { producer: mandate.producerReference };
  if (mandate.producerKind === 'trader') return failFor('mandateFromTrader', values);
  const admitted = mandate.certifiedUntil !== null && mandate.certifiedUntil > today;
  return admitted ? PASS : failFor('mandateFromUnadmitted', values);
}

/** As version 1, and the producer itself has said so, until a day that has not passed. */
function confirmedMandate(evidence: Evidence, today: string): Verdict {
  const first = traderMandate(evidence, today);
  const { mandate } = evidence.lookedUp;
  if (first.result === 'fail' || evidence.declared.kind !== 'trader' || mandate === null) return first;
  const { producerReference: producer, confirmed = false, validUntil = null } = mandate;
  if (!confirmed) return failFor('mandateUnconfirmed', { producer });
  return validUntil !== null && validUntil < today ? failFor('mandateExpired', { producer, until: validUntil }) : PASS;
}

/** As version 2, and what a producer's admission and a mandate last until is their last day. */
function mandateInForce(evidence: Evidence, today: string): Verdict {
  const { declared, lookedUp } = evidence;
  const { mandate } = lookedUp;
  const lastDay = declared.kind === 'trader' && mandate?.certifiedUntil === today;
  // The earlier versions read that day as the first one after; they stay as they judged.
  return confirmedMandate(
    lastDay ? { declared, lookedUp: { ...lookedUp, mandate: { ...mandate, certifiedUntil: '9999-12-31' } } } : evidence,
    today,
  );
}

function linkage({ declared }: Evidence): Verdict {
  const { households, models } = declared.linkage;
  return households > 0 && models.length > 0 ? PASS : failFor('noLinkedHouseholds');
}

/** As version 1, and a signed paper says what was agreed. */
function linkageWithPaper(evidence: Evidence): Verdict {
  const first = linkage(evidence);
  if (first.result === 'fail') return first;
  return evidence.declared.papers?.includes('linkageAgreement') ? PASS : failFor('noLinkagePaper');
}

/** Households and a signed paper in the application, or agreements in force that were reported since: either says it. */
function linkageInForce(evidence: Evidence): Verdict {
  const { households = 0, models = [] } = evidence.lookedUp.agreements ?? {};
  return households > 0 && models.length > 0 ? PASS : linkageWithPaper(evidence);
}

function undertaking({ declared: { undertaking: given } }: Evidence): Verdict {
  return given && given.truthful && given.noPenalty && given.publication ? PASS : failFor('undertakingMissing');
}

/** Only the supplier's own account at a licensed institution may receive what buyers pay (非银行支付机构监督管理条例). */
function merchant({ lookedUp }: Evidence): Verdict {
  const state = lookedUp.merchant ?? 'none';
  return state === 'active' ? PASS : failFor('merchantNotOpen', { state });
}

/** As version 1, in the supplier's own name; what the institution has not answered yet is no fault of the supplier. */
function merchantInOwnName({ declared, lookedUp }: Evidence): Verdict {
  const { merchant: state = 'none', accountName = null } = lookedUp;
  const reasons: Reason[] = [{ code: 'merchantNotOpen', values: { state } }];
  if (state === 'rejected') return failIf(reasons);
  if (state !== 'active') return { result: 'notJudged', reasons };
  const { name = '' } = declared;
  const same = accountName !== null && nameForm(accountName) === nameForm(name);
  return same ? PASS : failFor('merchantOtherName', { account: accountName ?? '', name });
}

/** Full and half width, brackets and spaces are written either way. */
function nameForm(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/g, '');
}

function credit({ lookedUp }: Evidence): Verdict {
  return lookedUp.credit === 'clear' ? PASS : failFor('seriousDishonesty');
}

/** Every register was asked, and none lists it. */
function creditOfAll({ lookedUp: { registers = [] } }: Evidence): Verdict {
  const listed = registers.filter(({ status }) => status === 'listed');
  if (listed.length > 0) return failIf(listed.map(({ register }) => ({ code: 'creditListed', values: { register } })));
  const unasked = REGISTERS.filter((register) => !registers.some((one) => one.register === register));
  return unasked.length === 0
    ? PASS
    : { result: 'notJudged', reasons: unasked.map((register) => ({ code: 'creditNotAsked', values: { register } })) };
}

/** Every class the products need is covered by a licence with right digits that is good today; a trader's producer holds it. */
function foodLicence({ declared }: Evidence, today: string): Verdict {
  const classes = new Set(declared.products.flatMap(({ scClass }) => (scClass === null ? [] : [scClass])));
  if (declared.kind === 'trader' || classes.size === 0) return NOT_APPLICABLE;
  return failIf(
    [...classes].sort().flatMap((scClass): Reason[] => {
      const held = declared.foodLicences.filter(({ number }) => scClassOf(number) === scClass);
      if (held.length === 0) {
        const others = declared.foodLicences.map(({ number }) => scClassOf(number)).join(' ');
        return [{ code: 'scClassMissing', values: { scClass, held: others } }];
      }
      const wellFormed = held.filter(({ number }) => isScNumber(number));
      if (wellFormed.length === 0) return [{ code: 'scNumberWrong', values: { number: held[0]!.number } }];
      if (wellFormed.some(({ validUntil }) => validUntil >= today)) return [];
      return [{ code: 'scExpired', values: { number: wellFormed[0]!.number, until: wellFormed[0]!.validUntil } }];
    }),
  );
}

/**
 * What machines can check, by name and version. A version is never changed once a decision was made by it: a mended check
 * is added as the next version, and the next standard names it.
 */
export const CHECKS = {
  'uscc@1': usccDigits,
  'uscc@2': usccOfOne,
  'licenceTerm@1': licenceTerm,
  'countyListed@1': countyListed,
  'traderMandate@1': traderMandate,
  'traderMandate@2': confirmedMandate,
  'traderMandate@3': mandateInForce,
  'linkage@1': linkage,
  'linkage@2': linkageWithPaper,
  'linkage@3': linkageInForce,
  'undertaking@1': undertaking,
  'merchant@1': merchant,
  'merchant@2': merchantInOwnName,
  'credit@1': credit,
  'credit@2': creditOfAll,
  'foodLicence@1': foodLicence,
} as const satisfies Record<string, Check>;

export type CheckName = keyof typeof CHECKS;

/** Of a criterion's checks, those that read what a supplier handed in; the others read a product's dossier. */
export function isSupplierCheck(name: string): name is CheckName {
  return Object.hasOwn(CHECKS, name);
}
