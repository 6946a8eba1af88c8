import { must, time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { assess } from '../../rules/assess';
import { newFaults } from '../../rules/review/new-faults';
import { sentenceOf } from '../../rules/sentence';
import { yearsLater } from '../../rules/years-later';
import { caseById, judgedOf, type CaseRow } from '../../store/review/case.sql';
import { closeNotice, dueNotices, holdNotice, putCertification, type DueRow } from '../../store/review/notice.sql';
import { standardOfVersion } from '../../store/application.sql';
import { reAdmit } from '../exit/re-admission';
import { standardOf } from '../standard-of';
import { decideOn, move } from './open-case';
import { tellConcerned, tellStep } from './tell';
import type { ReviewKit } from './review-kit';

/** How many applications one transaction certifies. */
export const AT_ONCE = 50;

/**
 * Certifies applications whose public notice has ended without an objection unanswered. What people approved is judged once
 * more by machine, since a licence may have run out meanwhile: then it is held and people are told, never rejected by machine.
 *
 * @returns how many were due; fewer than AT_ONCE means that none is left
 */
export async function certifyDue(tx: Tx, kit: ReviewKit): Promise<number> {
  const today = time.businessDate(tx.now);
  const due = await tx.sql(dueNotices, [today, AT_ONCE]);
  for (const notice of due) await certifyOne(tx, kit, notice, today);
  return due.length;
}

async function certifyOne(tx: Tx, kit: ReviewKit, notice: DueRow, today: string): Promise<void> {
  const [row] = await tx.sql(caseById, [notice.application_id]);
  const [judged] = await tx.sql(judgedOf, [notice.application_id]);
  must(row && judged, 'the application of a notice is there');
  const [standard] = await tx.sql(standardOfVersion, [row.standard_version]);
  must(standard, 'an application names its standard');
  const before = judged.findings.filter(({ result }) => result === 'fail').map(({ criterion }) => criterion);
  const faults = newFaults(assess(standardOf(standard), judged.evidence, today), before);
  if (faults.length > 0) return hold(tx, kit, { notice, row, faults });

  const validUntil = yearsLater(today, await policyOn(tx, 'admission.validYears', today));
  await move(tx, row, 'certify');
  await decideOn(tx, row.id, { by: 'system:publicNotice', reason: '公示期满无未决异议' });
  await tx.sql(putCertification, [row.supplier_id, row.id, today, validUntil]);
  await reAdmit(tx, kit, { supplierId: row.supplier_id, applicationId: row.id });
  await tx.sql(closeNotice, [row.id, 'passed', tx.now, 'application']);
  tx.audit({
    action: 'application.certify',
    subjectKind: 'application',
    subjectId: row.id,
    before: { state: row.state },
    after: { validUntil },
  });
  await tellConcerned(tx, kit, { about: row, message: 'certified', until: validUntil });
}

async function hold(
  tx: Tx,
  kit: ReviewKit,
  { notice, row, faults }: { notice: DueRow; row: CaseRow; faults: ReturnType<typeof newFaults> },
): Promise<void> {
  await tx.sql(holdNotice, [notice.id, tx.now, JSON.stringify(faults)]);
  tx.audit({
    action: 'publicNotice.hold',
    subjectKind: 'application',
    subjectId: row.id,
    after: { criteria: faults.map(({ criterion }) => criterion) },
  });
  const reason = faults.map(({ result, reasons }) => sentenceOf(result, reasons).zh).join('；');
  await tellStep(tx, kit, { about: row, step: 'review', message: 'held', reason });
}
