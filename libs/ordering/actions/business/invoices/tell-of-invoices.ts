import type { Notices, Tx } from '@xihuo/platform';
import { toldInvoices, type ToldInvoice } from '../../../store/business/told-invoices.sql';

type Notice = Parameters<Notices['tellEach']>[1][number];

interface News {
  readonly to: 'sellers' | 'payers';
  readonly title: Notice['title'];
  readonly body: (row: ToldInvoice) => Notice['body'];
}

/** What each step means to whoever hears of it; a step that is not here nobody waits for. */
const NEWS: Readonly<Record<string, News>> = {
  ask: {
    to: 'sellers',
    title: { zh: '新的开票申请', en: 'An invoice is asked for' },
    body: (row) => ({
      zh: `${row.organisation_name}申请开具 ${row.month} 月货款的发票，请于 ${row.due_on ?? ''} 前开具并登记，或说明原因。`,
      en: `${row.organisation_name} asks for an invoice over ${row.month}: issue and record it by ${row.due_on ?? ''}, or say why not.`,
    }),
  },
  issue: {
    to: 'payers',
    title: { zh: '发票已开具', en: 'An invoice was issued' },
    body: (row) => ({
      zh: `${row.supplier_name}已开具 ${row.month} 月货款的发票，请于 ${row.due_on ?? ''} 前核对，逾期视为无误。`,
      en: `${row.supplier_name} issued the invoice over ${row.month}: check it by ${row.due_on ?? ''}; silence confirms it.`,
    }),
  },
  decline: {
    to: 'payers',
    title: { zh: '供应商答复了开票申请', en: 'A supplier has answered about an invoice' },
    body: (row) => ({
      zh: `${row.supplier_name}（${row.month} 月）：${row.reason}`,
      en: `${row.supplier_name}, about ${row.month}: ${row.reason}`,
    }),
  },
  contest: {
    to: 'sellers',
    title: { zh: '买方提出发票有误', en: 'An invoice is said to be wrong' },
    body: (row) => ({
      zh: `${row.organisation_name}（${row.month} 月）：${row.reason}。请于 ${row.due_on ?? ''} 前重新开具，或说明原因。`,
      en: `${row.organisation_name}, about ${row.month}: ${row.reason}. Issue another by ${row.due_on ?? ''}, or say why it stands.`,
    }),
  },
  withdraw: {
    to: 'sellers',
    title: { zh: '开票申请已撤回', en: 'A request for an invoice was taken back' },
    body: (row) => ({
      zh: `${row.organisation_name}撤回了 ${row.month} 月的开票申请，无需开具。`,
      en: `${row.organisation_name} took back its request over ${row.month}: no invoice is needed.`,
    }),
  },
  redNoteDue: {
    to: 'sellers',
    title: { zh: '请开具红字发票', en: 'A red note is due' },
    body: (row) => ({
      zh: `${row.organisation_name} ${row.month} 月已开票的货款有退款或冲减，请于 ${row.red_due_on ?? ''} 前开具红字发票并登记。`,
      en: `Some of what was invoiced to ${row.organisation_name} over ${row.month} went back: issue and record the red note by ${row.red_due_on ?? ''}.`,
    }),
  },
  redNote: {
    to: 'payers',
    title: { zh: '红字发票已开具', en: 'A red note was issued' },
    body: (row) => ({
      zh: `${row.supplier_name}已就 ${row.month} 月的退款开具红字发票。`,
      en: `${row.supplier_name} issued the red note over what went back of ${row.month}.`,
    }),
  },
};

/** Tells whoever has to act or has waited; one look and one insert, however many steps there are. */
export async function tellOfInvoices(
  tx: Tx,
  notices: Notices,
  all: readonly { eventId: string; requestId: string; news: string }[],
): Promise<void> {
  const rows = await tx.sql(toldInvoices, [all.map((one) => one.requestId)]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  await notices.tellEach(
    tx,
    all.flatMap(({ eventId, requestId, news }) => {
      const [row, told] = [byId.get(requestId), NEWS[news]];
      if (!row || !told) return [];
      return row[told.to].map((personId) => ({
        // Asked for before the payment it is said again with it: told once.
        key: news === 'ask' ? `invoice.asked:${requestId}` : `invoice:${eventId}`,
        ...{ personId, title: told.title, body: told.body(row) },
        about: told.to === 'payers' ? row.about : (`invoicing:${requestId}` as const),
      }));
    }),
  );
}
