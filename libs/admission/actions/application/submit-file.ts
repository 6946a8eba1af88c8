import { applying, fail } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { organisations } from '@xihuo/registry';
import type { Missing } from '../../rules/application/missing';
import { normalCode } from '../../rules/application/application-form';
import { organisationsOf } from '../../rules/four-eyes';
import {
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
import { judgeFile, type JudgedFile } from './judge-file';
import { lockOwn, stateAfter } from './own-file';

interface Wanted {
  readonly id: string;
  readonly version: number;
}

/**
 * Hands an application in, or in again after corrections. What registers say today is frozen with what was declared; machines judge
 * both by the standard in force, and whatever they find goes with it: only what nobody could judge without keeps it back.
 *
 * @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP, APPLICATION_INCOMPLETE
 */
export async function submitFile(tx: Tx, kit: ReviewKit, { id, version }: Wanted): Promise<void> {
  const { row, personId } = await lockOwn(tx, { id, action: 'submit', version });
  const state = stateAfter(row, row.state === 'draft' ? 'submit' : 'resubmit');
  const judged = await judgeFile(tx, row);
  const missing = judged.missing.filter(({ required }) => required);
  if (missing.length > 0) throw incomplete(missing);
  const { declared } = judged.evidence;
  await enterParticulars(tx, row);
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

/** Until somebody is admitted, the register of organisations follows what they say; then it changes by decision alone. */
async function enterParticulars(tx: Tx, { supplier_id: supplierId, form: { subject } }: FileRow): Promise<void> {
  must(subject, 'an application that is complete has its subject');
  if ((await tx.sql(isAdmitted, [supplierId])).length > 0) return;
  await organisations.describeOrganisation(tx, supplierId, {
    ...{ nameZh: subject.nameZh, nameEn: subject.nameEn || subject.nameZh, kind: subject.kind },
    ...{ uscc: normalCode(subject.uscc), regionCode: subject.countyCode, address: subject.address },
    ...{ legalRepresentative: subject.legalRepresentative, establishedOn: subject.establishedOn },
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
