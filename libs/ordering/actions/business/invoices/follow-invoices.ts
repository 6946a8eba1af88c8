import { time } from '@xihuo/kernel';
import type { Notices, Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { daysAfter } from '../../../rules/business/invoice';
import { lockRequestsOfParts, markRedDue } from '../../../store/business/invoice.sql';
import { confirmSilent, takeLateInvoices, type LateInvoice } from '../../../store/business/told-invoices.sql';

/** How many requests one transaction moves or tells of. */
export const INVOICE_BATCH = 200;

/** Something of these parts goes back: where an invoice is out over them its red note is due. One that is not out yet is made lower. */
export async function dueRedNotes(tx: Tx, supplierOrderIds: readonly string[]): Promise<void> {
  const held = await tx.sql(lockRequestsOfParts, [supplierOrderIds]);
  if (held.length === 0) return;
  const today = time.businessDate(tx.now);
  const due = daysAfter(today, await policyOn(tx, 'purchase.invoiceIssueDays', today));
  for (const { id } of await tx.sql(markRedDue, [held.map((one) => one.id), due]))
    tx.emit('invoiceMoved', { requestId: id, news: 'redNoteDue' });
}

/** Invoices nobody contested in time are right. @returns how many; as many as `INVOICE_BATCH` where there may be more */
export async function confirmSilentInvoices(tx: Tx): Promise<number> {
  const confirmed = await tx.sql(confirmSilent, [time.businessDate(tx.now), INVOICE_BATCH]);
  for (const { id } of confirmed)
    tx.audit({
      ...{ action: 'invoice.confirm', subjectKind: 'invoiceRequest', subjectId: id },
      after: { state: 'confirmed', bySilence: true },
    });
  return confirmed.length;
}

/** Tells both sides of suppliers that are late, once a week each. @returns how many; as many as `INVOICE_BATCH` where there may be more */
export async function tellOfLateInvoices(tx: Tx, notices: Notices): Promise<number> {
  const late = await tx.sql(takeLateInvoices, [time.businessDate(tx.now), INVOICE_BATCH, tx.now]);
  await notices.tellEach(tx, late.flatMap(noticesOf));
  return late.length;
}

function noticesOf(row: LateInvoice): Parameters<Notices['tellEach']>[1][number][] {
  const key = `invoice:${row.id}:${row.late_since}:${row.step}`;
  const what = row.is_red ? { zh: '红字发票', en: 'red note' } : { zh: '发票', en: 'invoice' };
  const toSellers = row.sellers.map((personId) => ({
    ...{ personId, key, about: `invoicing:${row.id}` as const },
    title: { zh: `${what.zh}逾期未开`, en: `A ${what.en} is late` },
    body: {
      zh: `${row.organisation_name} ${row.month} 月的${what.zh}应于 ${row.late_since} 前开具，请尽快开具并登记。`,
      en: `The ${what.en} for ${row.organisation_name} over ${row.month} was due on ${row.late_since}: issue and record it.`,
    },
  }));
  const toPayers = row.payers.map((personId) => ({
    ...{ personId, key, about: row.about },
    title: { zh: `供应商${what.zh}逾期未开`, en: `A supplier is late with its ${what.en}` },
    body: {
      zh: `${row.supplier_name} ${row.month} 月的${what.zh}应于 ${row.late_since} 前开具，平台已催办。`,
      en: `${row.supplier_name} was to issue the ${what.en} over ${row.month} by ${row.late_since} and was reminded.`,
    },
  }));
  return [...toSellers, ...toPayers];
}
