import { fail, type InputOf } from '@xihuo/contract';
import { money, time } from '@xihuo/kernel';
import { newId, type Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { daysAfter, payerFaults } from '../../../rules/business/invoice';
import { insertRequest } from '../../../store/business/invoice.sql';
import { wire } from '../../../store/business/views';
import { actFor, mustHaveDuty } from '../members';
import { refuseTakenId } from '../refuse-taken-id';
import { partsOfMonth } from './view-invoices';

type Body = InputOf<'POST /organisations/{id}/invoice-requests'>['body'];

/**
 * Asks a supplier for an invoice over accepted parts of one month. Each part is asked for with all that is left of it, and once,
 * whoever asks at the same time: never more than was paid or is owed less what went back.
 *
 * @throws ProblemError NOT_FOUND, DUTY_MISSING, INVALID_INPUT, INVOICE_AMOUNT (extra: amount), INVOICE_ASKED
 */
export async function askInvoice(tx: Tx, organisationId: string, personId: string, body: Body): Promise<string> {
  const { id = newId(), month, supplierOrderIds } = body;
  tx.attempt({ action: 'invoice.ask', subjectKind: 'organisation', subjectId: organisationId });
  mustHaveDuty(await actFor(tx, organisationId, personId), 'pay');
  const errors = payerFaults(body);
  if (errors.length > 0) throw fail('INVALID_INPUT', { errors });
  const all = await partsOfMonth(tx, organisationId, month);
  const parts = all.filter((part) => supplierOrderIds.includes(part.supplier_order_id));
  const suppliers = new Set(parts.map((part) => part.supplier_id));
  if (parts.length < supplierOrderIds.length || suppliers.size !== 1)
    throw fail('INVALID_INPUT', {
      errors: [
        { pointer: '/supplierOrderIds', code: 'NOT_OF_ONE', message: 'accepted parts of one supplier and month' },
      ],
    });
  if (parts.some((part) => part.is_asked)) throw fail('INVOICE_ASKED');
  const sum = parts.reduce((total, part) => total + part.fen, 0n);
  if (sum !== money.fromWire(body.amount) || sum <= 0n)
    throw fail('INVOICE_AMOUNT', { extra: { amount: wire(sum).amount } });
  const today = time.businessDate(tx.now);
  await tx
    .sql(insertRequest, [
      ...[id, organisationId, parts[0]!.supplier_id, month, body.kind, body.title, body.taxpayerNumber],
      ...[body.address, body.phone, body.bankName, body.bankAccount, personId, tx.now],
      daysAfter(today, await policyOn(tx, 'purchase.invoiceIssueDays', today)),
      parts.map((part) => part.supplier_order_id),
      parts.map((part) => part.fen.toString()),
    ])
    .catch(refuseAsked)
    .catch(refuseTakenId('invoice_request_pkey', 'request'));
  tx.emit('invoiceMoved', { requestId: id, news: 'ask' });
  tx.audit({
    ...{ action: 'invoice.ask', subjectKind: 'organisation', subjectId: organisationId },
    after: { requestId: id, month, amountFen: sum.toString() },
  });
  return id;
}

/** Somebody else asked for a part between the look and the asking. */
function refuseAsked(error: { constraint?: string }): never {
  if (error.constraint === 'invoice_item_once') throw fail('INVOICE_ASKED');
  throw error;
}
