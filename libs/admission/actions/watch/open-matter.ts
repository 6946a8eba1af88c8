import { fail } from '@xihuo/contract';
import type { ProblemError } from '@xihuo/kernel';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import { organisationsOf, type Decider } from '../../rules/four-eyes';
import { countyPatterns } from '../../rules/jurisdiction';
import {
  mayActOnCase,
  type CaseAction,
  type CaseMatter,
  type CasePart,
  type CaseRefusal,
} from '../../rules/watch/may-act';
import { insertPart, lockWatchCase, type WatchCaseRow } from '../../store/watch/case.sql';
import { deciderOf } from '../review/open-case';

export interface OpenMatter<Row> {
  readonly row: Row;
  readonly decider: Decider;
}

/** What a decision about a case, a measure or an appeal names. */
export interface Deciding {
  readonly id: string;
  readonly version: number;
}

/**
 * Locks a case for a step and refuses whoever may not take it: who it is comes first, then whether what they read still stands,
 * then whether it is the time for it. The attempt is on the record either way.
 *
 * @throws ProblemError NOT_FOUND, FORBIDDEN, FOUR_EYES, STALE_VERSION, NOT_AT_THIS_STEP
 */
export async function openMatter(
  tx: Tx,
  { id, version }: Deciding,
  action: CaseAction,
): Promise<OpenMatter<WatchCaseRow>> {
  tx.attempt({ action: `case.${action}`, subjectKind: 'case', subjectId: id });
  const decider = deciderOf(tx);
  const [row] = await tx.sql(lockWatchCase, [id]);
  if (!row) throw fail('NOT_FOUND');
  mustBeFree(mayActOnCase(action, matterOf(row), decider), { row, decider, version });
  return { row, decider };
}

/** Throws what a refusal means to the caller; the version is asked between who it is and whether it is the time. */
export function mustBeFree(
  refusal: CaseRefusal | null,
  {
    row,
    decider,
    version,
  }: OpenMatter<{ county_code: string; state: string; row_version: number }> & { version: number },
): void {
  if (refusal !== null && refusal !== 'NOT_AT_THIS_STEP') throw refused(refusal, row.county_code, decider);
  mustBeVersion(row.row_version, version);
  if (refusal !== null) throw notAtThisStep(row.state);
}

export function notAtThisStep(state: string): ProblemError {
  return fail('NOT_AT_THIS_STEP', { extra: { why: 'NOT_AT_THIS_STEP', state } });
}

function refused(refusal: CaseRefusal, countyCode: string, { grants }: Decider): ProblemError {
  if (refusal !== 'NOT_YOUR_PART') return fail('FOUR_EYES', { extra: { why: refusal } });
  // What lies outside of the jurisdiction does not exist for the caller.
  const sees = countyPatterns(grants).some((pattern) => countyCode.startsWith(pattern.slice(0, -1)));
  return fail(sees ? 'FORBIDDEN' : 'NOT_FOUND');
}

export function matterOf(
  row: Pick<WatchCaseRow, 'supplier_id' | 'county_code' | 'state' | 'participants' | 'spoken_by'>,
): CaseMatter {
  return {
    supplierId: row.supplier_id,
    countyCode: row.county_code,
    state: row.state,
    participants: row.participants,
    spokenBy: row.spoken_by,
  };
}

/** Notes the hand somebody had in a case: an appeal will be decided by others. */
export async function takeCasePart(tx: Tx, caseId: string | null, decider: Decider, part: CasePart): Promise<void> {
  if (caseId === null) return;
  await tx.sql(insertPart, [caseId, decider.personId, part, organisationsOf(decider.grants), tx.now]);
}

/** The suppliers a person acts for. */
export function ownSuppliers({ grants }: Decider): string[] {
  return grants.flatMap(({ role, organisationId }) => (role === 'supplier' && organisationId ? [organisationId] : []));
}
