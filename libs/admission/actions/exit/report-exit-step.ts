import { fail, machines, watching } from '@xihuo/contract';
import { must, states } from '@xihuo/kernel';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import { isCompetent } from '../../rules/four-eyes';
import { MESSAGES } from '../../rules/watch/messages';
import { lockExit, moveExit, openExitSteps, putExitStep, type ExitRow } from '../../store/exit/exit.sql';
import { deciderOf } from '../review/open-case';
import type { ReviewKit } from '../review/review-kit';
import { mustBeFree, notAtThisStep, type Deciding } from '../watch/open-matter';
import { tellSuppliers } from '../watch/tell';

export interface StepReport {
  readonly exitId: string;
  readonly step: watching.ExitStep;
  readonly state: 'underWay' | 'blocked' | 'done';
  readonly why: string;
}

const EVENTS = { underWay: 'begin', blocked: 'block', done: 'finish' } as const;

/**
 * Answers one step of an exit: how far it is, and why it is not done yet. With the last one done the exit is complete. Told
 * again the same it changes nothing, so that whoever reports may report after every try.
 *
 * @throws ProblemError NOT_FOUND, NOT_AT_THIS_STEP once the exit has ended
 */
export async function reportExitStep(tx: Tx, kit: ReviewKit, { exitId, step, state, why }: StepReport): Promise<void> {
  must(state !== 'blocked' || why !== '', 'what blocks is said');
  const [exit] = await tx.sql(lockExit, [exitId]);
  if (!exit) throw fail('NOT_FOUND');
  const standing = stepOf(exit, step);
  if (standing.state === state && standing.why === why) return;
  if (exit.state !== 'running') throw notAtThisStep(exit.state);
  if (states.transition(machines.exitStepStates, standing.state, EVENTS[state]) === null)
    throw notAtThisStep(standing.state);
  await tx.sql(putExitStep, [exitId, step, state, why, reporter(tx), tx.now]);
  const complete = (await tx.sql(openExitSteps, [exitId])).length === 0;
  await tx.sql(moveExit, [exitId, complete ? 'completed' : null, tx.now]);
  tx.audit({
    action: 'exit.step',
    subjectKind: 'exit',
    subjectId: exitId,
    before: { step, state: standing.state },
    after: { step, state, why },
  });
  if (!complete) return;
  tx.audit({ action: 'exit.complete', subjectKind: 'supplier', subjectId: exit.supplier_id, after: { exitId } });
  await tellSuppliers(tx, kit, [
    {
      ...{ supplierId: exit.supplier_id, key: `exit.completed:${exitId}`, county: true },
      message: (supplier) => MESSAGES.exitCompleted({ supplier }),
    },
  ]);
}

/** What a look at the steps of running exits found: rows of a statement, those alone that say something new. */
export interface StepAnswer {
  exit_id: string;
  step: watching.ExitStep;
  state: StepReport['state'];
  why: string;
}

/** Answers steps of exits. One after the other: seldom does more than one supplier leave, and each has its own lock and record. */
export async function reportExitSteps(tx: Tx, kit: ReviewKit, answers: readonly StepAnswer[]): Promise<void> {
  for (const { exit_id: exitId, step, state, why } of answers)
    await reportExitStep(tx, kit, { exitId, step, state, why });
}

/** A step that people answer for, by an operator of the platform who does not belong to the supplier. */
export async function reportExitStepByHand(
  tx: Tx,
  kit: ReviewKit,
  { id, version, ...report }: Deciding & Omit<StepReport, 'exitId'>,
): Promise<void> {
  tx.attempt({ action: 'exit.step', subjectKind: 'exit', subjectId: id });
  const decider = deciderOf(tx);
  const [exit] = await tx.sql(lockExit, [id]);
  if (!exit || !isCompetent(decider.grants, exit.county_code, { role: 'operator' })) throw fail('NOT_FOUND');
  const own = decider.grants.some(({ organisationId }) => organisationId === exit.supplier_id);
  mustBeFree(own ? 'BELONGS_TO_PARTY' : null, { row: exit, decider, version });
  mustBeVersion(exit.row_version, version);
  if (watching.EXIT_STEPS[report.step] !== 'people') throw notAtThisStep(stepOf(exit, report.step).state);
  await reportExitStep(tx, kit, { ...report, exitId: id });
}

function stepOf({ steps }: ExitRow, step: watching.ExitStep): ExitRow['steps'][number] {
  const found = steps.find((one) => one.step === step);
  must(found, 'an exit has every step');
  return found;
}

function reporter({ actor }: Tx): string {
  if (actor.kind === 'person') return `person:${actor.personId}`;
  must(actor.kind === 'system', 'a guest reports nothing');
  return `system:${actor.name}`;
}
