import { fail, type InputOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { MESSAGES } from '../rules/messages';
import { insertPart } from '../store/case-file.sql';
import type { CaseRow } from '../store/case.sql';
import { keepAppealDecision, keepDecision, keepReferral, takeCase } from '../store/move-case.sql';
import { award } from './award';
import { openCase, type Entrance } from './case-door';
import type { DisputeKit } from './dispute-kit';
import { move } from './move';
import { about, tellBoth } from './tell';

type Mediator = Extract<Entrance, { side: 'mediator' }>;
type At = { readonly id: string; readonly version: number };
type Decision = InputOf<'POST /mediation/disputes/{id}/decision'>['body'];

/** Takes a case that nobody has. @throws ProblemError DISPUTE_TAKEN, DISPUTE_NOT_FREE, DISPUTE_STATE */
export async function claimCase(tx: Tx, mediator: Mediator, at: At): Promise<void> {
  await openCase(tx, mediator, { ...at, act: 'claim' });
  await tx.sql(takeCase, [at.id, mediator.personId]);
  await tx.sql(insertPart, [at.id, mediator.personId, 'mediator', tx.now]);
  tx.audit({ action: 'dispute.claim', subjectKind: 'dispute', subjectId: at.id });
}

function refundOf(row: CaseRow, { refund }: Decision): money.Fen {
  const fen = money.fromWire(refund);
  if (fen > row.held_fen) throw fail('DISPUTE_ABOVE_HELD', { extra: { heldFen: row.held_fen.toString() } });
  return fen;
}

/**
 * Decides with reasons. It is executed once the time for an appeal has gone by, or both accept it before.
 *
 * @throws ProblemError NOT_FOUND, STALE_VERSION, DISPUTE_STATE, DISPUTE_NOT_FREE, DISPUTE_TAKEN, DISPUTE_ABOVE_HELD
 */
export async function decideCase(tx: Tx, kit: DisputeKit, mediator: Mediator, wanted: At & Decision): Promise<void> {
  const { id, version, reason } = wanted;
  const row = await openCase(tx, mediator, { id, version, act: 'decide' });
  const refundFen = refundOf(row, wanted);
  await tx.sql(keepDecision, [id, mediator.personId, tx.now, refundFen.toString(), reason]);
  await tx.sql(insertPart, [id, mediator.personId, 'decider', tx.now]);
  const { due } = await move(tx, row, 'decide');
  auditDecision(tx, 'dispute.decision', id, { refundFen, reason });
  await tellBoth(tx, kit, row, 'decided', MESSAGES.decided(about(row), refundFen, due!));
}

/** Decides the appeal, for good; executed at once. By nobody who had a hand in the case: the table keeps it as well. */
export async function decideAppeal(tx: Tx, kit: DisputeKit, mediator: Mediator, wanted: At & Decision): Promise<void> {
  const { id, version, reason } = wanted;
  const row = await openCase(tx, mediator, { id, version, act: 'decideAppeal' });
  const refundFen = refundOf(row, wanted);
  await tx.sql(keepAppealDecision, [id, mediator.personId, tx.now, refundFen.toString(), reason]);
  await tx.sql(insertPart, [id, mediator.personId, 'appealDecider', tx.now]);
  await move(tx, row, 'execute');
  auditDecision(tx, 'dispute.appealDecision', id, { refundFen, reason });
  await award(tx, row, 'appeal', refundFen);
  await tellBoth(tx, kit, row, 'executed', MESSAGES.executed(about(row), refundFen));
}

/** Hands the case to the authorities, with what it is known by there; what is held stays held. */
export async function referCase(
  tx: Tx,
  kit: DisputeKit,
  mediator: Mediator,
  wanted: At & InputOf<'POST /mediation/disputes/{id}/referral'>['body'],
): Promise<void> {
  const { id, version, authority, reference, reason } = wanted;
  const row = await openCase(tx, mediator, { id, version, act: 'refer' });
  await tx.sql(keepReferral, [id, mediator.personId, tx.now, authority, reference, reason]);
  await tx.sql(insertPart, [id, mediator.personId, 'referrer', tx.now]);
  await move(tx, row, 'refer');
  tx.audit({
    action: 'dispute.referral',
    subjectKind: 'dispute',
    subjectId: id,
    after: { authority, reference, reason },
  });
  await tellBoth(tx, kit, row, 'referred', MESSAGES.referred(about(row), authority));
}

/** Enters what the authorities came to, by somebody other than who handed it over; executed at once. */
export async function concludeCase(tx: Tx, kit: DisputeKit, mediator: Mediator, wanted: At & Decision): Promise<void> {
  const { id, version, reason } = wanted;
  const row = await openCase(tx, mediator, { id, version, act: 'conclude' });
  const refundFen = refundOf(row, wanted);
  await tx.sql(insertPart, [id, mediator.personId, 'concluder', tx.now]);
  await move(tx, row, 'conclude');
  auditDecision(tx, 'dispute.conclusion', id, { refundFen, reason });
  await award(tx, row, 'authority', refundFen);
  await tellBoth(tx, kit, row, 'executed', MESSAGES.executed(about(row), refundFen));
}

function auditDecision(
  tx: Tx,
  action: string,
  id: string,
  { refundFen, reason }: { refundFen: bigint; reason: string },
) {
  const after = { refundFen: refundFen.toString(), reason };
  tx.audit({ action, subjectKind: 'dispute', subjectId: id, after });
}
