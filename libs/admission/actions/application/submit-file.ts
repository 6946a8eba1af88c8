import { applying, fail } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import type { Missing } from '../../rules/application/missing';
import { organisationsOf } from '../../rules/four-eyes';
import {
  applicantOf,
  insertRoundFindings,
  insertSubmission,
  isAdmitted,
  noteSubmitter,
  submitFile as submitRow,
  withdrawFile as withdrawRow,
  type FileRow,
} from '../../store/application/file.sql';
import { tellConcerned, tellStep } from '../review/tell';
import type { ReviewKit } from '../review/review-kit';
import { isBarred } from './begin-application';
import { judgeFile, type JudgedFile } from './judge-file';
import { lockOwn, stateAfter } from './own-file';
import { enterParticulars } from './particulars';
import { tellOfQueue } from '../review/open-case';

interface Wanted {
  readonly id: string;
  readonly version: number;
}

/**
 * Hands an application in, or in again after corrections. What registers say today is frozen with what was declared; machines judge
 * both by the standard in force, and whatever they find goes with it: only what nobody could judge without keeps it back.
 *
 * @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP, RE_ADMISSION_BARRED, APPLICATION_INCOMPLETE
 */
export async function submitFile(tx: Tx, kit: ReviewKit, { id, version }: Wanted): Promise<void> {
  const { row, personId } = await lockOwn(tx, { id, action: 'submit', version });
  const state = stateAfter(row, row.state === 'draft' ? 'submit' : 'resubmit');
  tellOfQueue(tx);
  // Begun before the bar, or sent back before it: neither is a way round it.
  const [applicant] = await tx.sql(applicantOf, [row.supplier_id]);
  if (applicant && isBarred(applicant, row.today))
    throw fail('RE_ADMISSION_BARRED', { extra: { until: applicant.barred_until } });
  const judged = await judgeFile(tx, row);
  const missing = judged.missing.filter(({ required }) => required);
  if (missing.length > 0) throw incomplete(missing);
  const { declared } = judged.evidence;
  const { subject } = row.form;
  must(subject, 'an application that is complete has its subject');
  // Of who is admitted the register changes by decision alone: with the certification.
  if ((await tx.sql(isAdmitted, [row.supplier_id])).length === 0) await enterParticulars(tx, row.supplier_id, subject);
  await tx.sql(submitRow, [
    ...[row.id, state, declared.kind, declared.countyCode, JSON.stringify(judged.evidence)],
    ...[judged.standard.version, tx.now, personId],
  ]);
  await keepSubmission(tx, row, judged, personId);
  must(tx.actor.kind === 'person', 'people apply');
  await tx.sql(noteSubmitter, [row.id, personId, organisationsOf(tx.actor.grants), tx.now]);
  tx.audit({
    action: 'application.submit',
    subjectKind: 'application',
    subjectId: row.id,
    before: { state: row.state },
    after: { state, round: row.review_round, standard: judged.standard.version },
  });
  const about = {
    ...{ id: row.id, county_code: declared.countyCode, review_round: row.review_round },
    supplier_name: row.form.subject?.nameZh || row.supplier_name,
  };
  await tellStep(tx, kit, { about, step: 'county' });
}

/**
 * The applicant takes it back, at any time before it is decided.
 *
 * @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP
 */
export async function withdrawFile(
  tx: Tx,
  kit: ReviewKit,
  { id, version, reason }: Wanted & { reason: string },
): Promise<void> {
  const { row, personId } = await lockOwn(tx, { id, action: 'withdraw', version });
  const state = stateAfter(row, 'withdraw');
  tellOfQueue(tx);
  await tx.sql(withdrawRow, [row.id, state, tx.now, `person:${personId}`, reason]);
  tx.audit({
    action: 'application.withdraw',
    subjectKind: 'application',
    subjectId: row.id,
    before: { state: row.state },
    after: { state, reason },
  });
  // Nobody but its applicant knew of a draft.
  if (row.state !== 'draft') await tellConcerned(tx, kit, { about: row, message: 'withdrawn', reason });
}

function incomplete(missing: readonly Missing[]) {
  return fail('APPLICATION_INCOMPLETE', {
    errors: missing.map(({ pointer, sentence }) => ({ pointer, code: 'MISSING', message: sentence.en })),
    extra: { missing },
  });
}

async function keepSubmission(
  tx: Tx,
  row: FileRow,
  { evidence, standard, findings }: JudgedFile,
  personId: string,
): Promise<void> {
  const today = time.businessDate(tx.now);
  await tx.sql(insertSubmission, [
    ...[row.id, row.review_round, JSON.stringify(evidence), standard.version],
    ...[applying.UNDERTAKING_VERSION, personId, tx.now, today],
  ]);
  const rows = findings.map(({ criterion, result, check, reasons }) => ({
    criterion,
    result,
    check_version: check,
    facts: reasons,
  }));
  await tx.sql(insertRoundFindings, [row.id, row.review_round, JSON.stringify(rows), today]);
}
