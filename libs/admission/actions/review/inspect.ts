import { fail, machines } from '@xihuo/contract';
import { must, states, time } from '@xihuo/kernel';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import { factsRefusal } from '../../rules/review/facts';
import { inspectionFault, type InspectionReport } from '../../rules/review/inspection';
import { lockCase, type CaseRow } from '../../store/review/case.sql';
import {
  cancelInspectionRow,
  insertInspection,
  insertSnapshots,
  lockInspection,
  reportInspectionRow,
} from '../../store/review/inspection.sql';
import type { CreditRegister } from '../../rules/review/approvable';
import { registersAnswered } from '../watch/register-answered';
import { mustBePapersOf } from '../watch/supplier-papers';
import { deciderOf, matterOf, touch } from './open-case';
import { tellConcerned } from './tell';
import type { ReviewKit } from './review-kit';

const OVER: readonly machines.ApplicationState[] = ['draft', 'certified', 'rejected', 'withdrawn'];

/** Orders an inspection on site; while it is outstanding nobody approves. */
export async function orderInspection(
  tx: Tx,
  kit: ReviewKit,
  { applicationId, plannedOn, reason }: { applicationId: string; plannedOn: string; reason: string },
): Promise<{ id: string }> {
  const row = await openForFacts(tx, { applicationId, action: 'inspection.order' });
  if (OVER.includes(row.state)) throw fail('NOT_AT_THIS_STEP', { extra: { state: row.state } });
  const [inspection] = await tx.sql(insertInspection, [
    ...[row.id, row.supplier_id, row.county_code, deciderOf(tx).personId, reason, plannedOn],
  ]);
  must(inspection, 'the inspection was written');
  await touch(tx, row.id);
  tx.audit({
    action: 'inspection.order',
    subjectKind: 'application',
    subjectId: row.id,
    after: { inspectionId: inspection.id, plannedOn, reason },
  });
  await tellConcerned(tx, kit, { about: row, message: 'inspectionPlanned', until: plannedOn });
  return inspection;
}

/**
 * What was found on site.
 *
 * @throws ProblemError INSPECTION_UNSOUND where the result is not what the items say
 */
export async function reportInspection(
  tx: Tx,
  kit: ReviewKit,
  wanted: InspectionReport & { inspectionId: string; version: number; place: string; summary: string },
): Promise<void> {
  const { inspectionId, version, visitedOn, place, findings, result, summary } = wanted;
  const { application } = await openInspection(tx, { inspectionId, version, event: 'report' });
  const fault = inspectionFault(wanted, time.businessDate(tx.now));
  if (fault !== null) throw fail('INSPECTION_UNSOUND', { extra: { fault } });
  await tx.sql(reportInspectionRow, [
    ...[inspectionId, deciderOf(tx).personId, visitedOn, place, JSON.stringify(findings), result, summary, tx.now],
  ]);
  await touch(tx, application.id);
  tx.audit({
    action: 'inspection.report',
    subjectKind: 'application',
    subjectId: application.id,
    before: { state: 'planned' },
    after: { inspectionId, visitedOn, result, failed: findings.filter((one) => one.result === 'fail').length },
  });
  await tellConcerned(tx, kit, { about: application, message: 'inspectionReported', reason: summary });
}

/** Calls one off that has not been made. */
export async function cancelInspection(
  tx: Tx,
  kit: ReviewKit,
  { inspectionId, version, reason }: { inspectionId: string; version: number; reason: string },
): Promise<void> {
  const { application, plannedOn } = await openInspection(tx, { inspectionId, version, event: 'cancel' });
  await tx.sql(cancelInspectionRow, [inspectionId, reason, tx.now]);
  await touch(tx, application.id);
  tx.audit({
    action: 'inspection.cancel',
    subjectKind: 'application',
    subjectId: application.id,
    before: { state: 'planned' },
    after: { inspectionId, reason },
  });
  await tellConcerned(tx, kit, { about: application, message: 'inspectionCancelled', reason, until: plannedOn });
}

/** What one register answered. */
export interface NewSnapshot {
  readonly register: CreditRegister;
  readonly status: 'clear' | 'listed';
  readonly reason: string;
  readonly queriedOn: string;
  readonly source: string;
  /** The page of the register as it stood, kept about this supplier. */
  readonly fileId?: string | undefined;
}

/**
 * Notes what the credit registers say on a day. Never touched up: a mistake is followed by the next one. About somebody who is
 * admitted already, a listing opens a case.
 *
 * @throws ProblemError SNAPSHOT_UNSOUND for a query of the future, or a listing without its reason; PAPER_UNKNOWN
 */
export async function noteCredit(
  tx: Tx,
  kit: ReviewKit,
  { applicationId, snapshots }: { applicationId: string; snapshots: readonly NewSnapshot[] },
): Promise<void> {
  const row = await openForFacts(tx, { applicationId, action: 'credit.note' });
  const today = time.businessDate(tx.now);
  const isUnsound = ({ queriedOn, status, reason }: NewSnapshot) =>
    queriedOn > today || (status === 'listed' && reason === '');
  if (snapshots.some(isUnsound)) throw fail('SNAPSHOT_UNSOUND');
  await mustBePapersOf(
    tx,
    row.supplier_id,
    snapshots.map(({ fileId = null }) => fileId),
  );
  const recorder = `person:${deciderOf(tx).personId}`;
  await tx.sql(insertSnapshots, [row.supplier_id, JSON.stringify(snapshots), recorder, tx.now]);
  await touch(tx, row.id);
  tx.audit({
    action: 'credit.note',
    subjectKind: 'supplier',
    subjectId: row.supplier_id,
    after: { snapshots: snapshots.map(({ register, status, queriedOn }) => [register, status, queriedOn]) },
  });
  const registers = snapshots.map(({ register }) => register);
  await registersAnswered(tx, kit, { supplierId: row.supplier_id, registers });
}

/** An application whose facts somebody adds to: of the jurisdiction, and in no way tied to the applicant. */
async function openForFacts(
  tx: Tx,
  { applicationId, action }: { applicationId: string; action: string },
): Promise<CaseRow> {
  tx.attempt({ action, subjectKind: 'application', subjectId: applicationId });
  const decider = deciderOf(tx);
  const [row] = await tx.sql(lockCase, [applicationId]);
  const refusal = row ? factsRefusal(decider, row.county_code, matterOf(row)) : 'NOT_YOUR_PART';
  if (!row || refusal === 'NOT_YOUR_PART') throw fail('NOT_FOUND');
  if (refusal !== null) throw fail('FOUR_EYES', { extra: { why: refusal } });
  return row;
}

export async function openInspection(
  tx: Tx,
  { inspectionId, version, event }: { inspectionId: string; version: number | null; event: 'report' | 'cancel' },
): Promise<{ application: CaseRow; files: number; plannedOn: string }> {
  tx.attempt({ action: `inspection.${event}`, subjectKind: 'inspection', subjectId: inspectionId });
  const [inspection] = await tx.sql(lockInspection, [inspectionId]);
  if (!inspection) throw fail('NOT_FOUND');
  const application = await openForFacts(tx, {
    applicationId: inspection.application_id,
    action: `inspection.${event}`,
  });
  if (version !== null) mustBeVersion(inspection.row_version, version);
  if (states.transition(machines.inspectionStates, inspection.state, event) === null) {
    throw fail('NOT_AT_THIS_STEP', { extra: { state: inspection.state } });
  }
  return { application, files: inspection.files, plannedOn: inspection.planned_on };
}
