import { fail, machines } from '@xihuo/contract';
import { must, states, time, type ProblemError } from '@xihuo/kernel';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import { organisationsOf, type Decider } from '../../rules/four-eyes';
import { countyPatterns } from '../../rules/jurisdiction';
import { mayAct, type Part, type Refusal, type ReviewAction, type ReviewCase } from '../../rules/review/may-act';
import { levelsOf } from '../../rules/review/next-step';
import {
  lockCase,
  moveApplication,
  noteDecision,
  takePart,
  touchApplication,
  type CaseRow,
} from '../../store/review/case.sql';

/** An application, locked, with somebody who may take the step in it. */
export interface OpenCase {
  readonly row: CaseRow;
  readonly decider: Decider;
  readonly part: Part;
  readonly today: string;
}

/**
 * Locks an application for a step and refuses whoever may not take it: who it is comes first, then whether what they read still
 * stands, then whether it is the time for it. The attempt is on the record either way.
 *
 * @param version what the decider has read; null for steps that decide nothing
 * @throws ProblemError NOT_FOUND, FORBIDDEN, FOUR_EYES, STALE_VERSION, NOT_AT_THIS_STEP, CLAIMED_BY_OTHER, NOT_CLAIMED
 */
export async function openCase(
  tx: Tx,
  { applicationId, action, version }: { applicationId: string; action: ReviewAction; version: number | null },
): Promise<OpenCase> {
  tx.attempt({ action: `application.${action}`, subjectKind: 'application', subjectId: applicationId });
  const decider = deciderOf(tx);
  const [row] = await tx.sql(lockCase, [applicationId]);
  if (!row) throw fail('NOT_FOUND');
  const verdict = mayAct(action, matterOf(row), decider);
  if (verdict.refusal !== null && isPersonal(verdict.refusal)) throw refused(verdict.refusal, row, decider);
  if (version !== null) mustBeVersion(row.row_version, version);
  if (verdict.refusal !== null) throw refused(verdict.refusal, row, decider);
  return { row, decider, part: verdict.part, today: time.businessDate(tx.now) };
}

/** Only people decide; a session's grants were read with this very request. */
export function deciderOf({ actor }: Tx): Decider {
  must(actor.kind === 'person', 'people review');
  return { personId: actor.personId, grants: actor.grants };
}

export function matterOf(row: CaseRow): ReviewCase {
  return {
    state: row.state,
    countyCode: row.county_code,
    levels: levelsOf(row.check_levels, { hasCity: row.has_city }),
    parties: row.producer_id === null ? [row.supplier_id] : [row.supplier_id, row.producer_id],
    submittedBy: row.submitted_by,
    participants: row.participants,
    signed: row.signed,
    claimedBy: row.claimed_by,
    decidedBy: row.decided_by,
    held: row.held,
  };
}

const OF_THE_STEP: readonly Refusal[] = ['NOT_AT_THIS_STEP', 'ALREADY_DONE', 'CLAIMED_BY_OTHER', 'NOT_CLAIMED'];

function isPersonal(refusal: Refusal): boolean {
  return !OF_THE_STEP.includes(refusal);
}

function refused(refusal: Refusal, row: CaseRow, { grants }: Decider): ProblemError {
  switch (refusal) {
    case 'NOT_YOUR_PART': {
      // What lies outside of the jurisdiction does not exist for the caller.
      const sees = countyPatterns(grants).some((pattern) => row.county_code.startsWith(pattern.slice(0, -1)));
      return fail(sees ? 'FORBIDDEN' : 'NOT_FOUND');
    }
    case 'ALREADY_DONE':
    case 'NOT_AT_THIS_STEP':
      return fail('NOT_AT_THIS_STEP', { extra: { why: refusal, state: row.state } });
    case 'CLAIMED_BY_OTHER':
    case 'NOT_CLAIMED':
      return fail(refusal);
    default:
      return fail('FOUR_EYES', { extra: { why: refusal } });
  }
}

/** Notes the part somebody has in it from now on. The table's key holds against whoever slipped in by another part meanwhile. */
export async function beParticipant(tx: Tx, { row, decider, part }: OpenCase): Promise<void> {
  const { personId, grants } = decider;
  const [taken] = await tx.sql(takePart, [row.id, personId, part, organisationsOf(grants), tx.now]);
  if (!taken) throw fail('FOUR_EYES', { extra: { why: 'HAD_ANOTHER_PART' } });
}

/** Moves an application along its table of states. */
export async function move(
  tx: Tx,
  row: Pick<CaseRow, 'id' | 'state'>,
  event: machines.ApplicationEvent,
): Promise<machines.ApplicationState> {
  const next = states.transition(machines.applicationStates, row.state, event);
  if (next === null) throw fail('NOT_AT_THIS_STEP', { extra: { why: 'NOT_AT_THIS_STEP', state: row.state } });
  await tx.sql(moveApplication, [row.id, next, tx.now, event === 'requestCorrections' ? 1 : 0]);
  tellOfQueue(tx);
  return next;
}

/** Who has a queue: the roles of `GET /admission/queue`. Without an id, which is for those alone whose county it is. */
export function tellOfQueue(tx: Tx): void {
  tx.tell('queue', null, { roles: ['countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer'] });
}

/** Something was signed that moves nothing yet; what others have read is no longer what stands there. */
export async function touch(tx: Tx, applicationId: string): Promise<void> {
  await tx.sql(touchApplication, [applicationId]);
}

/** Ends an application with a reason that its applicant reads. */
export async function decideOn(
  tx: Tx,
  applicationId: string,
  { by, reason }: { by: string; reason: string },
): Promise<void> {
  await tx.sql(noteDecision, [applicationId, tx.now, by, reason]);
}
