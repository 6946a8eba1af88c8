import { isCompetent, tieTo, type Decider, type Matter } from '../four-eyes';

/** Auditors read what others found; they add nothing to it. */
const INSPECTORS = ['countyAgriculture', 'countyRevitalisation', 'reviewer'];

/**
 * What stands against somebody adding to the facts of an application (an inspection, what a register says): they are of the county's
 * departments or a reviewer, and in no way tied to the applicant.
 *
 * @returns null where nothing does
 */
export function factsRefusal<Part extends string>(
  decider: Decider,
  countyCode: string,
  matter: Matter<Part>,
): 'NOT_YOUR_PART' | 'SUBMITTED_IT' | 'BELONGS_TO_PARTY' | 'RECUSED' | null {
  if (!INSPECTORS.some((role) => isCompetent(decider.grants, countyCode, { role }))) return 'NOT_YOUR_PART';
  return tieTo(decider, matter);
}
