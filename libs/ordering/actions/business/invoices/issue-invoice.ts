import { fail, type InputOf, type machines } from '@xihuo/contract';
import { money, must, time } from '@xihuo/kernel';
import { newId, type Tx } from '@xihuo/platform';
import {
  freezeItems,
  insertInvoicePaper,
  redNoteItems,
  replaceInvoice,
  requestById,
  setRedDue,
} from '../../../store/business/invoice.sql';
import { wire } from '../../../store/business/views';
import { refuseTakenId } from '../refuse-taken-id';
import { holdInvoice, stepInvoice } from './move-invoice';
import type { InvoiceReader } from './view-invoices';

type Issued = InputOf<'POST /invoice-requests/{id}/issue'>['body'];

/**
 * Records the invoice the tax authority issued: over what is left of every part at this moment. One in the place of a contested one
 * takes that one's place with all its red notes.
 *
 * @throws ProblemError NOT_FOUND, INVOICE_STATE, INVOICE_AMOUNT (extra: amount), INVOICE_NUMBER_TAKEN, INVALID_INPUT
 */
export async function issueInvoice(tx: Tx, id: string, reader: InvoiceReader, body: Issued): Promise<void> {
  const { state, supplierId } = await holdInvoice(tx, id, { action: 'invoice.issue', reader, side: 'supplier' });
  const [row] = await tx.sql(requestById, [id]);
  await stepInvoice(tx, { id, state, event: 'issue' });
  await tx.sql(freezeItems, [id]);
  await tx.sql(replaceInvoice, [id, tx.now]);
  await tx.sql(setRedDue, [id, null]);
  await keep(tx, { id, supplierId, kind: 'invoice', dueFen: row!.amount_fen, by: reader.personId }, body);
}

const INVOICED: readonly machines.invoicing.InvoiceState[] = ['issued', 'confirmed'];

/** Records the red note over all that went back and none says yet. @throws ProblemError as `issueInvoice` */
export async function recordRedNote(tx: Tx, id: string, reader: InvoiceReader, body: Issued): Promise<void> {
  const { state, supplierId } = await holdInvoice(tx, id, { action: 'invoice.redNote', reader, side: 'supplier' });
  if (!INVOICED.includes(state)) throw fail('INVOICE_STATE', { extra: { state } });
  const [row] = await tx.sql(requestById, [id]);
  await keep(tx, { id, supplierId, kind: 'redNote', dueFen: row!.correction_fen, by: reader.personId }, body);
  await tx.sql(redNoteItems, [id]);
  await tx.sql(setRedDue, [id, null]);
  tx.emit('invoiceMoved', { requestId: id, news: 'redNote' });
}

interface Kept {
  id: string;
  supplierId: string;
  kind: 'invoice' | 'redNote';
  /** What it has to be over. */
  dueFen: bigint;
  by: string;
}

async function keep(tx: Tx, { id, supplierId, kind, dueFen, by }: Kept, body: Issued): Promise<void> {
  const { id: paperId = newId(), number, issuedOn, amount, fileId } = body;
  if (dueFen <= 0n || money.fromWire(amount) !== dueFen)
    throw fail('INVOICE_AMOUNT', { extra: { amount: wire(dueFen).amount } });
  if (issuedOn > time.businessDate(tx.now)) throw invalid('/issuedOn', 'FUTURE', 'this day has not come');
  const values = [paperId, id, supplierId, kind, number, issuedOn, dueFen.toString(), fileId, by, tx.now];
  const [kept] = await tx
    .sql(insertInvoicePaper, values)
    .catch(refuseTaken)
    .catch(refuseTakenId('invoice_paper_pkey', 'paper'));
  if (!kept) throw invalid('/fileId', 'FILE_UNKNOWN', 'no file of this request has this id');
  must(kept.id === paperId, 'what was kept is what was sent');
  tx.audit({
    ...{ action: `invoice.${kind}`, subjectKind: 'invoiceRequest', subjectId: id },
    after: { paperId, number, issuedOn, amountFen: dueFen.toString(), fileId },
  });
}

function refuseTaken(error: { constraint?: string }): never {
  if (error.constraint === 'invoice_number_once') throw fail('INVOICE_NUMBER_TAKEN');
  if (error.constraint === 'invoice_paper_file_id_key')
    throw invalid('/fileId', 'FILE_TAKEN', 'another paper has this file');
  throw error;
}

function invalid(pointer: string, code: string, message: string) {
  return fail('INVALID_INPUT', { errors: [{ pointer, code, message }] });
}
