import { uscc } from '@xihuo/kernel';
import type { Evidence } from './evidence';
import { isScNumber, scClassOf } from './sc-number';

/** Why a check came out as it did: a code with values, from which a sentence is made in each language. */
export interface Reason {
  readonly code: ReasonCode;
  readonly values: Readonly<Record<string, string>>;
}

export type ReasonCode =
  | 'usccForm'
  | 'usccCheckCharacter'
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
  | 'seriousDishonesty'
  | 'scNumberWrong'
  | 'scClassMissing'
  | 'scExpired';

export interface Verdict {
  readonly result: 'pass' | 'fail' | 'notApplicable';
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

function undertaking({ declared: { undertaking: given } }: Evidence): Verdict {
  return given && given.truthful && given.noPenalty && given.publication ? PASS : failFor('undertakingMissing');
}

/** Only the supplier's own account at a licensed institution may receive what buyers pay (非银行支付机构监督管理条例). */
function merchant({ lookedUp }: Evidence): Verdict {
  const state = lookedUp.merchant ?? 'none';
  return state === 'active' ? PASS : failFor('merchantNotOpen', { state });
}

function credit({ lookedUp }: Evidence): Verdict {
  return lookedUp.credit === 'clear' ? PASS : failFor('seriousDishonesty');
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
  'licenceTerm@1': licenceTerm,
  'countyListed@1': countyListed,
  'traderMandate@1': traderMandate,
  'traderMandate@2': confirmedMandate,
  'linkage@1': linkage,
  'linkage@2': linkageWithPaper,
  'undertaking@1': undertaking,
  'merchant@1': merchant,
  'credit@1': credit,
  'foodLicence@1': foodLicence,
} as const satisfies Record<string, Check>;

export type CheckName = keyof typeof CHECKS;

/** Of a criterion's checks, those that read what a supplier handed in; the others read a product's dossier. */
export function isSupplierCheck(name: string): name is CheckName {
  return Object.hasOwn(CHECKS, name);
}
