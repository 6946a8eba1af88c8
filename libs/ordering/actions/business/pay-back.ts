import { randomInt } from 'node:crypto';
import { money, time } from '@xihuo/kernel';
import { openAccounts, postAll, type NewTransfer } from '@xihuo/ledger';
import { refunds } from '@xihuo/payment';
import { newId, type Tx } from '@xihuo/platform';
import { creditNoteNumber } from '../../rules/business/numbers';
import { creditParts, type CreditedPart } from '../../store/business/receivable.sql';
import { booked, CLEARING, creditOf, owedBy } from './books';
import { dueRedNotes } from './invoices/follow-invoices';
import { holdAccountsOf, settle } from './owe';

export interface Back {
  supplierOrderId: string;
  amountFen: money.Fen;
  sourceKind: 'afterSale' | 'award' | 'lateRefund';
  sourceId: string;
}

/**
 * Gives back what was decided: through the provider where the part was paid there, else by a credit note, which lessens what the
 * organisation owes and, beyond that, stands to its credit. Of goods that are not accepted yet nothing is owed: they are owed without it.
 * Answers the wishes that are fulfilled already; those of the provider take their time.
 */
export async function payBack(tx: Tx, wanted: readonly Back[]): Promise<Back[]> {
  if (wanted.length === 0) return [];
  const onTerms = await holdAccountsOf(
    tx,
    wanted.map((one) => one.supplierOrderId),
  );
  const [credited, refunded] = [true, false].map((is) =>
    wanted.filter((one) => onTerms.parts.has(one.supplierOrderId) === is),
  );
  await refunds.request(tx, refunded!);
  if (credited!.length > 0) await credit(tx, credited!, onTerms.organisations);
  await dueRedNotes(
    tx,
    wanted.map((one) => one.supplierOrderId),
  );
  return credited!;
}

async function credit(tx: Tx, wanted: readonly Back[], organisations: readonly string[]): Promise<void> {
  const day = time.businessDate(tx.now);
  const notes = await tx
    .sql(creditParts, [
      wanted.map((one) => one.supplierOrderId),
      wanted.map((one) => one.sourceKind),
      wanted.map((one) => one.sourceId),
      wanted.map((one) => one.amountFen.toString()),
      wanted.map(() => creditNoteNumber(day, randomInt(1_000_000_000))),
      tx.now,
    ])
    .catch(drawAnew);
  await openAccounts(tx, [CLEARING, ...organisations.flatMap((id) => [owedBy(id), creditOf(id)])]);
  await postAll(
    tx,
    notes.flatMap((note) => transfersOf(tx, note)),
  );
  for (const note of notes)
    tx.audit({
      action: 'creditNote.make',
      subjectKind: 'creditNote',
      subjectId: note.note_id,
      after: { owedFen: note.owed_fen.toString(), paidFen: note.paid_fen.toString() },
    });
  for (const organisationId of new Set(notes.map((note) => note.organisation_id))) await settle(tx, organisationId);
}

function transfersOf(tx: Tx, note: CreditedPart): NewTransfer[] {
  const groupId = newId();
  const legs = [
    { credit: owedBy(note.organisation_id), fen: note.owed_fen, code: 'purchase.creditNote' },
    { credit: creditOf(note.organisation_id), fen: note.paid_fen, code: 'purchase.creditNotePaid' },
  ];
  return legs
    .filter((leg) => leg.fen > 0n)
    .map((leg) => ({
      ...booked(tx, groupId, { kind: 'creditNote', id: note.note_id }),
      ...{ debit: CLEARING, credit: leg.credit, amountFen: money.fen(leg.fen), code: leg.code },
    }));
}

function drawAnew(error: { code?: string; constraint?: string }): never {
  if (error.constraint !== 'credit_note_number_key') throw error;
  throw Object.assign(new Error('the number is taken'), { code: '40001' });
}
