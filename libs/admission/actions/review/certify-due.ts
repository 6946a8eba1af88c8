import { must, time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { obstacles } from '../../rules/review/approvable';
import { heldFor, type Held } from '../../rules/review/held';
import { newFaults, unanswered } from '../../rules/review/new-faults';
import { yearsLater } from '../../rules/years-later';
import { caseById, judgedOf, type CaseRow } from '../../store/review/case.sql';
import { toCertify, type ToCertify } from '../../store/review/certify.sql';
import { inspectionsOf, newestCredit } from '../../store/review/inspection.sql';
import { closeNotice, dueNotices, holdNotice, putCertification, type DueRow } from '../../store/review/notice.sql';
import { enterParticulars } from '../application/particulars';
import { reAdmit } from '../exit/re-admission';
import { judgeToday } from './judge-today';
import { decideOn, move } from './open-case';
import { tellConcerned, tellStep } from './tell';
import type { ReviewKit } from './review-kit';

/** How many applications one transaction certifies. */
export const AT_ONCE = 50;

/**
 * Certifies applications whose public notice has ended without an objection unanswered. What people approved is judged once
 * more by machine, with what registers and other contexts say today: a licence may have run out meanwhile, a register have listed
 * its name, a visit be outstanding. Then it is held and people are told, never rejected by machine; and looked at again every day.
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
  const [supplier] = await tx.sql(toCertify, [notice.application_id, today]);
  must(row && supplier, 'the application of a notice is there');
  const held = await heldBy(tx, { row, supplier, today });
  if (held.length > 0) return hold(tx, kit, { notice, row, held });

  const validUntil = yearsLater(today, await policyOn(tx, 'admission.validYears', today));
  const state = await move(tx, row, 'certify');
  await decideOn(tx, row.id, { by: 'system:publicNotice', reason: '公示期满无未决异议' });
  if (supplier.admitted && supplier.form.subject) await enterParticulars(tx, row.supplier_id, supplier.form.subject);
  await tx.sql(putCertification, [row.supplier_id, row.id, today, validUntil]);
  await reAdmit(tx, kit, { supplierId: row.supplier_id, applicationId: row.id });
  await tx.sql(closeNotice, [row.id, 'passed', tx.now, 'application']);
  tx.audit({
    action: 'application.certify',
    subjectKind: 'application',
    subjectId: row.id,
    before: { state: row.state },
    after: { state, validUntil },
  });
  await tellConcerned(tx, kit, { about: row, message: 'certified', until: validUntil });
}

/** What stands against it today that nobody had seen when it was approved. */
async function heldBy(
  tx: Tx,
  { row, supplier, today }: { row: CaseRow; supplier: ToCertify; today: string },
): Promise<Held[]> {
  const [judged] = await tx.sql(judgedOf, [row.id]);
  must(judged, 'an application that was approved was judged');
  const findings = await judgeToday((wanted, values) => tx.sql(wanted, values), { row, judged, today });
  const before = judged.findings.filter(({ result }) => result === 'fail').map(({ criterion }) => criterion);
  const snapshots = await tx.sql(newestCredit, [row.supplier_id, today]);
  const standing = obstacles(
    snapshots.map(({ register, status, queried_on: queriedOn }) => ({ register, status, queriedOn })),
    await tx.sql(inspectionsOf, [row.id]),
    { today, validDays: await policyOn(tx, 'admission.creditSnapshotDays', today) },
  );
  return heldFor([...newFaults(findings, before), ...unanswered(findings)], standing, {
    ...{ barred: supplier.barred, barredUntil: supplier.barred_until, leaving: supplier.leaving },
  });
}

async function hold(
  tx: Tx,
  kit: ReviewKit,
  { notice, row, held }: { notice: DueRow; row: CaseRow; held: readonly Held[] },
): Promise<void> {
  await tx.sql(holdNotice, [notice.id, tx.now, JSON.stringify(held)]);
  tx.audit({
    action: 'publicNotice.hold',
    subjectKind: 'application',
    subjectId: row.id,
    after: { held },
  });
  // Of the sentences only one language is sent inside another's; the pages show both.
  const reason = held.map(({ zh }) => zh).join('；');
  await tellStep(tx, kit, { about: row, step: 'review', message: 'held', reason });
  await tellConcerned(tx, kit, { about: row, message: 'heldBack', reason });
}
