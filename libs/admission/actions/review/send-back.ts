import type { Tx } from '@xihuo/platform';
import { addWorkingDays, policyOn } from '@xihuo/registry';
import { closeNotice } from '../../store/review/notice.sql';
import { insertCorrection } from '../../store/review/signature.sql';
import { beParticipant, decideOn, move, openCase, type OpenCase } from './open-case';
import { tellConcerned } from './tell';
import type { ReviewKit } from './review-kit';

export interface Corrections {
  readonly applicationId: string;
  readonly version: number;
  readonly reason: string;
  /** Each names one field of the application by JSON pointer, and what about it. */
  readonly fields: readonly { pointer: string; note: string }[];
}

/**
 * Sends an application back to its applicant, field by field. Handed in again, it begins with the county: what was signed was
 * signed about other words.
 */
export async function requestCorrections(tx: Tx, kit: ReviewKit, wanted: Corrections): Promise<void> {
  const { applicationId, version, reason, fields } = wanted;
  const opened = await openCase(tx, { applicationId, action: 'requestCorrections', version });
  const { row, decider, part, today } = opened;
  await beParticipant(tx, opened);
  const days = await policyOn(tx, 'admission.correctionWorkingDays', today);
  const dueOn = await addWorkingDays(tx, today, days);
  await tx.sql(insertCorrection, [
    ...[row.id, row.review_round, decider.personId, part, reason],
    ...[JSON.stringify(fields), dueOn, tx.now],
  ]);
  const state = await move(tx, row, 'requestCorrections');
  await tx.sql(closeNotice, [row.id, 'withdrawn', tx.now, 'application']);
  tx.audit({
    action: 'application.requestCorrections',
    subjectKind: 'application',
    subjectId: row.id,
    before: { state: row.state, round: row.review_round },
    after: { state, part, reason, fields: fields.map(({ pointer }) => pointer), dueOn },
  });
  await tellConcerned(tx, kit, { about: row, message: 'correctionsRequested', reason, until: dueOn });
}

/** Ends an application before the review, or one that a machine held after its notice. */
export async function reject(
  tx: Tx,
  kit: ReviewKit,
  wanted: { applicationId: string; version: number; reason: string; criterion?: string | undefined },
): Promise<void> {
  const { applicationId, version, reason, criterion } = wanted;
  const opened = await openCase(tx, { applicationId, action: 'reject', version });
  await beParticipant(tx, opened);
  await rejectCase(tx, kit, opened, criterion === undefined ? reason : `${criterion}：${reason}`);
}

/** What every way to a rejection ends in: state, reason, the notice taken down, everybody told. */
export async function rejectCase(
  tx: Tx,
  kit: ReviewKit,
  { row, decider }: Pick<OpenCase, 'row' | 'decider'>,
  reason: string,
): Promise<void> {
  const state = await move(tx, row, 'reject');
  await decideOn(tx, row.id, { by: `person:${decider.personId}`, reason });
  await tx.sql(closeNotice, [row.id, 'failed', tx.now, 'application']);
  tx.audit({
    action: 'application.reject',
    subjectKind: 'application',
    subjectId: row.id,
    before: { state: row.state },
    after: { state, reason },
  });
  await tellConcerned(tx, kit, { about: row, message: 'rejected', reason });
}
