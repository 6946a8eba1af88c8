import type { Result } from '../assess';
import { isSupplierCheck } from '../checks';
import type { Criterion } from '../standard';

export interface Tick {
  readonly criterion: string;
  readonly result: 'pass' | 'fail' | 'notApplicable';
  readonly note: string;
}

export interface TickFault {
  readonly criterion: string;
  readonly fault: 'missing' | 'notInStandard' | 'noteMissing' | 'blockingFails' | 'twice';
}

/**
 * What reviewers tick: all that is asked of the supplier, and of its products what machines judged already. The platform's own
 * duties (the review itself, later re-checks) are not ticked; products and lots have their own approvals.
 */
export function checklistOf(criteria: readonly Criterion[]): Criterion[] {
  return criteria.filter(
    (criterion) =>
      !isOurs(criterion) &&
      (criterion.subject === 'supplier' || (criterion.subject === 'product' && criterion.checks.some(isSupplierCheck))),
  );
}

/** What the platform alone sees to; a standard says so in Chinese, and in English where it has both. */
function isOurs({ providedBy, providedByEn = providedBy }: Criterion): boolean {
  return providedBy === '平台' || /^platform( operator)?$/.test(providedByEn);
}

/**
 * What stands against a verdict by this checklist. Approving wants every item ticked, no blocking one failed, and a note
 * wherever the reviewer says other than the machine. Rejecting wants at least the failed item that it rests on.
 */
export function checklistFaults(
  verdict: 'approve' | 'reject',
  checklist: readonly Criterion[],
  ticks: readonly Tick[],
  machine: ReadonlyMap<string, Result>,
): TickFault[] {
  const ticked = new Map(ticks.map((tick) => [tick.criterion, tick]));
  if (verdict === 'reject') {
    return ticks.some(({ result }) => result === 'fail') ? [] : [{ criterion: '*', fault: 'missing' }];
  }
  return checklist.flatMap(({ id, kind }): TickFault[] => {
    const tick = ticked.get(id);
    if (!tick) return [{ criterion: id, fault: 'missing' }];
    if (tick.result === 'fail' && kind === 'blocking') return [{ criterion: id, fault: 'blockingFails' }];
    return overrules(tick, machine.get(id)) && tick.note === '' ? [{ criterion: id, fault: 'noteMissing' }] : [];
  });
}

/** Ticks that cannot be saved: of a criterion that is not on the list or stands twice, or a failure without a word about why. */
export function unsavable(checklist: readonly Criterion[], ticks: readonly Tick[]): TickFault[] {
  const known = new Set(checklist.map(({ id }) => id));
  const seen = new Set<string>();
  return ticks.flatMap(({ criterion, result, note }): TickFault[] => {
    if (!known.has(criterion)) return [{ criterion, fault: 'notInStandard' }];
    if (seen.has(criterion)) return [{ criterion, fault: 'twice' }];
    seen.add(criterion);
    return result === 'fail' && note === '' ? [{ criterion, fault: 'noteMissing' }] : [];
  });
}

function overrules({ result }: Tick, machine: Result | undefined): boolean {
  return machine !== undefined && machine !== 'notJudged' && machine !== result;
}
