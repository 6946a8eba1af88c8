import { fail, machines } from '@xihuo/contract';
import { must, states, time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { departmentsOf, recognitionEyes, type Department } from '../../rules/recognition/may-decide';
import {
  checkRecognition,
  closeRecognition,
  lockRecognition,
  stampRecognition,
  type RecognitionFileRow,
} from '../../store/recognition/recognition.sql';
import { recognitionMatter } from '../../store/recognition/views';
import { closeNotice } from '../../store/review/notice.sql';
import { personName } from '../product/decide-dossier';
import { tellRoles, tellSupplier } from '../product/tell-supplier';
import { deciderOf } from '../review/open-case';
import { openPublicNotice } from '../review/publish-notice';
import type { ReviewKit } from '../review/review-kit';
import { openRecognition } from './open-recognition';

interface Step {
  readonly id: string;
  readonly version: number;
}

/** The county answers for the assistance attribute, under its seal (谁审核、谁把关、谁负责). */
export async function stamp(
  tx: Tx,
  kit: ReviewKit,
  { department, sealNumber, opinion, ...step }: Step & { department: Department; sealNumber: string; opinion: string },
): Promise<void> {
  const { row, decider } = await openRecognition(tx, { ...step, action: 'stamp' });
  if (!departmentsOf(row.county_code, decider).includes(department)) throw fail('FORBIDDEN');
  await tx.sql(stampRecognition, [row.id, department, decider.personId, tx.now, sealNumber, opinion]);
  audit(tx, row, { action: 'stamp', state: 'countyStamped', department, sealNumber });
  await tellSupplier(tx, kit, { about: row, message: 'recognitionStamped' });
  await tellRoles(tx, kit, ['reviewer'], { about: row, message: 'recognitionWaits' });
}

/** A reviewer has checked issuer, scheme and evidence; from here on the public has its say. */
export async function publish(tx: Tx, kit: ReviewKit, { opinion, ...step }: Step & { opinion: string }): Promise<void> {
  const { row, decider } = await openRecognition(tx, { ...step, action: 'publish' });
  await tx.sql(checkRecognition, [row.id, decider.personId, tx.now, opinion]);
  audit(tx, row, { action: 'publish', state: 'publicNotice' });
  const issuer = row.issuer_kind === 'county' ? `${row.issuer_name}（县级认定）` : `${row.issuer_name}（协会认定）`;
  const { endsOn } = await openPublicNotice(tx, {
    subjectKind: 'recognition',
    subjectId: row.id,
    supplierId: row.supplier_id,
    countyCode: row.county_code,
    statement: {
      zh: `${row.supplier_name}的“${row.product_name}”由${issuer}依据《${row.scheme}》认定，${row.county_name}县级部门已盖章确认帮扶属性，拟作为消费帮扶产品收录。`,
      en: `${row.product_name} of ${row.supplier_name} is recognised by ${row.issuer_name} under "${row.scheme}"; ${row.county_name} has stamped the assistance attribute. It is about to enter as a recognised product.`,
    },
    today: time.businessDate(tx.now),
  });
  await tellSupplier(tx, kit, { about: row, message: 'recognitionPublished', until: endsOn, others: [row.stamped_by] });
}

export async function correctRecognition(
  tx: Tx,
  kit: ReviewKit,
  { reason, fields, ...step }: Step & { reason: string; fields: readonly { pointer: string; note: string }[] },
): Promise<void> {
  const { row } = await openRecognition(tx, { ...step, action: 'requestCorrections' });
  await close(tx, row, { event: 'requestCorrections', reason, fields });
  await tellSupplier(tx, kit, { about: row, message: 'recognitionCorrections', reason, others: [row.stamped_by] });
}

export async function rejectRecognition(
  tx: Tx,
  kit: ReviewKit,
  { reason, ...step }: Step & { reason: string },
): Promise<void> {
  const { row } = await openRecognition(tx, { ...step, action: 'reject' });
  await close(tx, row, { event: 'reject', reason });
  await tellSupplier(tx, kit, { about: row, message: 'recognitionRejected', reason, others: [row.stamped_by] });
}

/** Whoever stamped or checked it hears that it was for nothing. */
export async function withdrawRecognition(
  tx: Tx,
  kit: ReviewKit,
  { reason, ...step }: Step & { reason: string },
): Promise<void> {
  const { row } = await openRecognition(tx, { ...step, action: 'withdraw' });
  await close(tx, row, { event: 'withdraw', reason });
  await tx.sql(closeNotice, [row.id, 'withdrawn', tx.now, 'recognition']);
  const others = [row.stamped_by, row.checked_by];
  await tellSupplier(tx, kit, { about: row, message: 'recognitionWithdrawn', reason, others });
}

/** Takes the mark away at once; whoever checked it does not judge it again. */
export async function revoke(tx: Tx, kit: ReviewKit, { reason, ...step }: Step & { reason: string }): Promise<void> {
  const { row } = await openRecognition(tx, { ...step, action: 'revoke' });
  await close(tx, row, { event: 'revoke', reason });
  await tellSupplier(tx, kit, {
    about: row,
    message: 'recognitionRevoked',
    reason,
    others: [row.stamped_by, row.checked_by],
  });
}

/**
 * What an objection does to a recognition: whoever stamped or checked it does not judge what is said against it; upheld, it ends
 * the recognition.
 *
 * @throws ProblemError FOUR_EYES
 */
export async function judgeObjected(
  tx: Tx,
  kit: ReviewKit,
  { id, upheld, reason }: { id: string; upheld: boolean; reason: string },
): Promise<void> {
  const [row] = await tx.sql(lockRecognition, [id]);
  must(row, 'what a notice is about is there');
  const fault = recognitionEyes(recognitionMatter(row), deciderOf(tx), 'objections');
  if (fault !== null) throw fail('FOUR_EYES', { extra: { why: fault } });
  if (!upheld || row.state !== 'publicNotice') return;
  await close(tx, row, { event: 'reject', reason: `公示异议成立：${reason}` });
  await tx.sql(closeNotice, [row.id, 'failed', tx.now, 'recognition']);
  const others = [row.stamped_by, row.checked_by];
  await tellSupplier(tx, kit, { about: row, message: 'recognitionRejected', reason, others });
}

async function close(
  tx: Tx,
  row: RecognitionFileRow,
  {
    event,
    reason,
    fields,
  }: { event: machines.RecognitionEvent; reason: string; fields?: readonly { pointer: string; note: string }[] },
): Promise<void> {
  const state = states.transition(machines.recognitionStates, row.state, event);
  must(state !== null, `a recognition that is ${row.state} was opened for ${event}`);
  const corrections = fields === undefined ? null : JSON.stringify(fields);
  await tx.sql(closeRecognition, [row.id, state, reason, corrections, personName(tx), tx.now]);
  audit(tx, row, { action: event, state, reason });
}

function audit(
  tx: Tx,
  row: RecognitionFileRow,
  { action, ...after }: { action: string; state: string; [fact: string]: string },
): void {
  tx.audit({
    action: `recognition.${action}`,
    subjectKind: 'recognition',
    subjectId: row.id,
    before: { state: row.state },
    after,
  });
}
