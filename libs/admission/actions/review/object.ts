import { fail, machines } from '@xihuo/contract';
import { must, states, time } from '@xihuo/kernel';
import { mustBeVersion, newId, type Cell, type Tx, type Vault } from '@xihuo/platform';
import { isCompetent, organisationsOf } from '../../rules/four-eyes';
import { MESSAGES } from '../../rules/review/messages';
import { objectionRefusal } from '../../rules/review/objection';
import { caseById, lockCase, takePart, type CaseRow } from '../../store/review/case.sql';
import {
  countOpenObjections,
  decideObjectionRow,
  insertObjection,
  lockNotice,
  lockObjection,
  noticeById,
  type ObjectionRow,
} from '../../store/review/notice.sql';
import { judgeObjected } from '../recognition/decide-recognition';
import { deciderOf, matterOf } from './open-case';
import { rejectCase } from './send-back';
import { tellConcerned, tellStep } from './tell';
import type { ReviewKit } from './review-kit';

/** More than these wait at once only where somebody makes them up. */
const MOST_OPEN = 200;

interface Contact {
  readonly name: string;
  readonly phone: string;
}

/**
 * Anybody objects to a public notice, once by one phone. Name and phone are sealed at once; the audit line names the notice only.
 *
 * @throws ProblemError NOT_FOUND, NOTICE_OVER, ALREADY_OBJECTED, TOO_MANY_OBJECTIONS
 */
export async function objectTo(
  tx: Tx,
  kit: ReviewKit,
  { noticeId, contact, statement }: { noticeId: string; contact: Contact; statement: string },
): Promise<{ id: string; submittedAt: string }> {
  const [notice] = await tx.sql(lockNotice, [noticeId]);
  if (!notice) throw fail('NOT_FOUND');
  const isOver = notice.state !== 'open' || notice.ends_on < time.businessDate(tx.now);
  const isGone = notice.subject_state !== null && notice.subject_state !== 'publicNotice';
  if (isOver || isGone) throw fail('NOTICE_OVER');
  const [waiting] = await tx.sql(countOpenObjections, [noticeId]);
  if (waiting!.open >= MOST_OPEN) throw fail('TOO_MANY_OBJECTIONS');
  const id = newId();
  const [row] = await tx.sql(insertObjection, [
    ...[id, noticeId, tx.actor.kind === 'person' ? tx.actor.personId : null],
    kit.vault.blindIndex('admission.objector', contact.phone),
    kit.vault.seal(contactCell(id), JSON.stringify(contact)),
    ...[statement, tx.now],
  ]);
  if (!row) throw fail('ALREADY_OBJECTED');
  tx.audit({
    action: 'publicNotice.object',
    subjectKind: 'publicNotice',
    subjectId: noticeId,
    after: { objectionId: id },
  });
  const [about] = await tx.sql(noticeById, [noticeId]);
  must(about, 'the notice is there');
  const { supplier_name, county_code } = about;
  const subject = { id: `${about.subject_id}:${id}`, supplier_name, county_code, review_round: 0 };
  await tellStep(tx, kit, { about: subject, step: 'review', message: 'objected' });
  // Not what was said, which may tell who said it.
  const concerned = { ...subject, id: about.subject_id };
  if (about.subject_kind === 'application')
    await tellConcerned(tx, kit, { about: concerned, message: 'objectionReceived' });
  return { id, submittedAt: row.submitted_at.toISOString() };
}

/**
 * Opens who objected. It is on the record who asked, and what for; nobody of the supplier it is about, by whatever role, nor who
 * handed in its application or declared a conflict in it: people who object have to fear those they object to.
 */
export async function revealObjector(
  tx: Tx,
  vault: Vault,
  { objectionId, purpose }: { objectionId: string; purpose: string },
): Promise<Contact> {
  tx.attempt({ action: 'objection.reveal', subjectKind: 'objection', subjectId: objectionId });
  const row = await lockOwn(tx, objectionId);
  const decider = deciderOf(tx);
  const [about] = await tx.sql(caseById, [row.subject_id]);
  const matters = { application: about ? matterOf(about) : null, recognition: null };
  const tie = objectionRefusal('reveal', row, matters, decider);
  if (tie !== null) throw fail('FOUR_EYES', { extra: { why: tie } });
  tx.audit({ action: 'objection.reveal', subjectKind: 'objection', subjectId: row.id, after: { purpose } });
  return contactOf(vault, row);
}

/**
 * Answers an objection. Upheld, it ends the application; dismissed, the notice runs on. Whoever signed or reviewed the
 * application does not judge what is said against it.
 *
 * @throws ProblemError NOT_FOUND, FOUR_EYES, STALE_VERSION, NOT_AT_THIS_STEP
 */
export async function decideObjection(
  tx: Tx,
  kit: ReviewKit,
  wanted: { objectionId: string; version: number; decision: 'upheld' | 'dismissed'; reason: string },
): Promise<void> {
  const { objectionId, version, decision, reason } = wanted;
  tx.attempt({ action: 'objection.decide', subjectKind: 'objection', subjectId: objectionId });
  const objection = await lockOwn(tx, objectionId);
  const decider = deciderOf(tx);
  const [row] = await tx.sql(lockCase, [objection.subject_id]);
  if (row) await mustBeUnbiased(tx, row, objection);
  else await judgeObjected(tx, kit, { id: objection.subject_id, upheld: decision === 'upheld', reason });
  mustBeVersion(objection.row_version, version);
  const event = decision === 'upheld' ? 'uphold' : 'dismiss';
  if (states.transition(machines.objectionStates, objection.state, event) === null) {
    throw fail('NOT_AT_THIS_STEP', { extra: { why: 'ALREADY_DONE' } });
  }
  await tx.sql(decideObjectionRow, [objectionId, decision, reason, decider.personId, tx.now]);
  tx.audit({
    action: 'objection.decide',
    subjectKind: 'objection',
    subjectId: objectionId,
    before: { state: 'open' },
    after: { state: decision, reason },
  });
  if (row && decision === 'upheld' && row.state === 'publicNotice') {
    await rejectCase(tx, kit, { row, decider }, `公示异议成立：${reason}`);
  }
  if (row && decision === 'dismissed') await tellDismissed(tx, kit, row, objectionId);
  await answer(tx, kit, objection, reason);
}

/** Each of them: two may have been dismissed. */
async function tellDismissed(tx: Tx, kit: ReviewKit, row: CaseRow, objectionId: string): Promise<void> {
  await tellConcerned(tx, kit, { about: row, message: 'objectionDismissed', which: objectionId });
}

/** The objection locked, for a reviewer whose jurisdiction it is in. */
async function lockOwn(tx: Tx, objectionId: string): Promise<ObjectionRow> {
  const [row] = await tx.sql(lockObjection, [objectionId]);
  if (!row || !isCompetent(deciderOf(tx).grants, row.county_code, { role: 'reviewer' })) throw fail('NOT_FOUND');
  return row;
}

async function mustBeUnbiased(tx: Tx, row: CaseRow, objection: ObjectionRow): Promise<void> {
  const decider = deciderOf(tx);
  const fault = objectionRefusal('decide', objection, { application: matterOf(row), recognition: null }, decider);
  if (fault !== null) throw fail('FOUR_EYES', { extra: { why: fault } });
  const part = [row.id, decider.personId, 'objections', organisationsOf(decider.grants), tx.now];
  if ((await tx.sql(takePart, part)).length === 0) throw fail('FOUR_EYES', { extra: { why: 'HAD_ANOTHER_PART' } });
}

async function answer(tx: Tx, { vault, notices }: ReviewKit, row: ObjectionRow, reason: string): Promise<void> {
  const key = `objection.answered:${row.id}`;
  const { title, body } = MESSAGES.objectionAnswered({ supplier: row.supplier_name, reason });
  await notices.sms(tx, { key, phone: contactOf(vault, row).phone, text: body.zh });
  if (row.person_id !== null) {
    // Whoever objected has no page of it: the answer is in the words.
    await notices.tell(tx, { personId: row.person_id, key, title, body, about: null });
  }
}

function contactOf(vault: Vault, { id, contact_sealed: sealed }: ObjectionRow): Contact {
  return JSON.parse(vault.open(contactCell(id), sealed)) as Contact;
}

/** Where name and phone of who objected lie in the vault. */
export function contactCell(id: string): Cell {
  return { table: 'admission.objection', row: id, column: 'contact_sealed' };
}
