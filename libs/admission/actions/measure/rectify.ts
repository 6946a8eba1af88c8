import { fail, machines, type InputOf } from '@xihuo/contract';
import { must, states } from '@xihuo/kernel';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import type { Decider } from '../../rules/four-eyes';
import { MESSAGES } from '../../rules/watch/messages';
import { planRectification, reportRectification } from '../../store/measure/rectification.sql';
import { lockMeasure, touchMeasure, type MeasureRow } from '../../store/measure/measure.sql';
import { deciderOf } from '../review/open-case';
import type { ReviewKit } from '../review/review-kit';
import { notAtThisStep, ownSuppliers, type Deciding } from '../watch/open-matter';
import { mustBePapersOf } from '../watch/supplier-papers';
import { tellInCharge } from '../watch/tell';

/** A measure against one's own supplier, locked. @throws ProblemError NOT_FOUND, STALE_VERSION */
export async function openOwnMeasure(
  tx: Tx,
  { id, version }: Deciding,
  action: string,
): Promise<{ row: MeasureRow; owner: Decider }> {
  tx.attempt({ action: `measure.${action}`, subjectKind: 'measure', subjectId: id });
  const owner = deciderOf(tx);
  const [row] = await tx.sql(lockMeasure, [id]);
  if (!row || !ownSuppliers(owner).includes(row.supplier_id)) throw fail('NOT_FOUND');
  mustBeVersion(row.row_version, version);
  return { row, owner };
}

/** Root cause, what is corrected, what keeps it from coming back; may be mended until it is reported as done. */
export async function planToPutRight(
  tx: Tx,
  kit: ReviewKit,
  wanted: Deciding & InputOf<'POST /supplier/measures/{id}/plan'>['body'],
): Promise<void> {
  const { row, owner } = await openOwnMeasure(tx, wanted, 'plan');
  const next = stateAfter(row, 'plan');
  const { rootCause, correctiveAction, preventiveAction } = wanted;
  await tx.sql(planRectification, [
    ...[row.id, next, rootCause, correctiveAction, preventiveAction, owner.personId, tx.now],
  ]);
  await note(tx, row, 'plan', {});
  await tellVerifiers(tx, kit, row, 'planned');
}

/** Says that it was put right, with papers. Somebody of the platform looks at it. */
export async function reportPutRight(
  tx: Tx,
  kit: ReviewKit,
  wanted: Deciding & InputOf<'POST /supplier/measures/{id}/report'>['body'],
): Promise<void> {
  const { row, owner } = await openOwnMeasure(tx, wanted, 'report');
  const next = stateAfter(row, 'report');
  await mustBePapersOf(tx, row.supplier_id, wanted.files);
  await tx.sql(reportRectification, [row.id, next, wanted.report, wanted.files, owner.personId, tx.now]);
  await note(tx, row, 'report', { files: wanted.files.length });
  await tellVerifiers(tx, kit, row, 'reported');
}

function stateAfter(row: MeasureRow, event: 'plan' | 'report'): machines.RectificationState {
  const standing = row.rectification?.state;
  const next = standing === undefined ? null : states.transition(machines.rectificationStates, standing, event);
  if (next === null || row.state !== 'inForce') throw notAtThisStep(standing ?? row.state);
  return next;
}

/** Whoever had a hand in the case knows it; a plan may be mended, and then it is news again. */
async function tellVerifiers(tx: Tx, kit: ReviewKit, row: MeasureRow, event: 'planned' | 'reported'): Promise<void> {
  must(row.rectification, 'what is put right was asked for');
  await tellInCharge(tx, kit, {
    countyCode: row.county_code,
    asked: row.participants.map(({ personId }) => personId),
    key: `rectification.${event}:${row.id}:${row.row_version}`,
    message: MESSAGES[event]({ supplier: row.supplier_name, until: row.rectification.due_on }),
  });
}

async function note(tx: Tx, row: MeasureRow, action: string, after: object): Promise<void> {
  must(row.rectification, 'what is put right was asked for');
  await tx.sql(touchMeasure, [row.id]);
  tx.audit({
    action: `measure.${action}`,
    subjectKind: 'measure',
    subjectId: row.id,
    before: { state: row.rectification.state },
    after: { ...states.ledTo(machines.rectificationStates, row.rectification.state, action), ...after },
  });
}
