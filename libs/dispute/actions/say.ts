import { fail, type InputOf } from '@xihuo/contract';
import { money, must, time } from '@xihuo/kernel';
import { newId, type Tx } from '@xihuo/platform';
import { addWorkingDays, policyOn } from '@xihuo/registry';
import { MESSAGES } from '../rules/messages';
import { insertMessage, insertPart, strangePapers } from '../store/case-file.sql';
import type { CaseRow } from '../store/case.sql';
import { putOffer, turnTo } from '../store/move-case.sql';
import { openCase, type Entrance } from './case-door';
import type { DisputeKit } from './dispute-kit';
import { about, tellBuyer, tellSupplier } from './tell';

type Said = InputOf<'POST /supplier/disputes/{id}/messages'>['body'];

/**
 * Somebody says something in a case, with files of their own, or makes an offer that takes the place of the one before. In the
 * negotiation it is the other's turn then.
 *
 * @throws ProblemError NOT_FOUND, DISPUTE_STATE, DISPUTE_NOT_FREE, DISPUTE_ABOVE_HELD, DISPUTE_PAPER_UNKNOWN
 */
export async function say(tx: Tx, kit: DisputeKit, entrance: Entrance, id: string, said: Said): Promise<void> {
  const row = await openCase(tx, entrance, { id, act: said.offer ? 'offer' : 'say' });
  must(entrance.side !== 'reader', 'readers say nothing');
  const { side, personId } = entrance;
  const offerFen = said.offer ? money.fromWire(said.offer) : null;
  if (offerFen !== null && offerFen > row.held_fen)
    throw fail('DISPUTE_ABOVE_HELD', { extra: { heldFen: row.held_fen.toString() } });
  await mustBeOwnPapers(tx, id, side, said.files);
  const messageId = newId();
  await tx.sql(insertMessage, [
    ...[messageId, id, side, said.words, offerFen?.toString() ?? null, said.files, personId, tx.now],
  ]);
  if (offerFen !== null) await tx.sql(putOffer, [id, messageId, side]);
  if (side === 'mediator') await tx.sql(insertPart, [id, personId, 'mediator', tx.now]);
  tx.audit({
    action: offerFen === null ? 'dispute.say' : 'dispute.offer',
    subjectKind: 'dispute',
    subjectId: id,
    after: { side, messageId, files: said.files.length, offerFen: offerFen?.toString() ?? null },
  });
  await tellOthers(tx, kit, row, side);
}

/** Nobody shows others' files by naming them. */
export async function mustBeOwnPapers(tx: Tx, id: string, side: string, files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  const strange = await tx.sql(strangePapers, [files, id, side]);
  if (strange.length > 0)
    throw fail('DISPUTE_PAPER_UNKNOWN', { extra: { fileIds: strange.map(({ file_id: fileId }) => fileId) } });
}

async function tellOthers(
  tx: Tx,
  kit: DisputeKit,
  row: CaseRow,
  side: 'buyer' | 'supplier' | 'mediator',
): Promise<void> {
  const words = about(row);
  if (row.state === 'negotiating' && side !== 'mediator') {
    const today = time.businessDate(tx.now);
    const other = side === 'buyer' ? 'supplier' : 'buyer';
    const key = other === 'buyer' ? 'dispute.escalateWorkingDays' : 'dispute.answerWorkingDays';
    const due = await addWorkingDays(tx, today, await policyOn(tx, key, today));
    const last = due < row.negotiate_until ? due : row.negotiate_until;
    // Whoever speaks twice does not give the other more time.
    if (row.waiting_for === side) {
      await tx.sql(turnTo, [row.id, other, last]);
      if (other === 'buyer') await tellBuyer(tx, kit, row, 'answered', MESSAGES.answered(words, last));
      else await tellSupplier(tx, kit, row, 'replied', MESSAGES.replied(words, last));
      return;
    }
  }
  if (side !== 'buyer') await tellBuyer(tx, kit, row, 'said', MESSAGES.said(words));
  if (side !== 'supplier') await tellSupplier(tx, kit, row, 'said', MESSAGES.said(words));
}
