import type { DeciderGrant } from '../four-eyes';
import type { Step } from './next-step';

export interface QueueScope {
  readonly steps: Step[];
  /** Patterns of county codes, one to each step. */
  readonly counties: string[];
}

/** Which steps where are somebody's turn, pair by pair. */
export function queueScope(grants: readonly DeciderGrant[]): QueueScope {
  const pairs = grants.flatMap(({ role, jurisdiction }) => {
    const step = stepOf(role, jurisdiction ?? '');
    return step === null ? [] : [{ step, counties: `${jurisdiction ?? ''}%` }];
  });
  return { steps: pairs.map(({ step }) => step), counties: pairs.map(({ counties }) => counties) };
}

function stepOf(role: string, jurisdiction: string): Step | null {
  if (role === 'countyAgriculture' || role === 'countyRevitalisation') return 'county';
  if (role === 'reviewer') return 'review';
  if (role !== 'auditor') return null;
  if (jurisdiction.length === 2) return 'province';
  return jurisdiction.length === 4 ? 'city' : null;
}
