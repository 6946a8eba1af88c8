import { exporting, type Database } from '@xihuo/platform';
import type { Readership } from '../rules/readership';
import { adjustmentsOfStatement } from './adjustment/view-adjustments';
import { viewStatementPayouts } from './view-settlement';

const WORDS = {
  zh: {
    changes: '调整和结算后退款',
    changeColumns: ['类别', '订单号', '理由', '金额（元）'],
    kinds: {
      correction: '更正',
      lateRefund: '结算后退款',
      writeOff: '核销',
      subsidyBack: '退回出资方补贴',
      subsidyOff: '核销未收补贴（不计入余额）',
      rebateBack: '冲回未付返利',
    },
    payments: '付款',
    paymentColumns: ['日期', '结果', '收款账户', '金额（元）'],
    outcomes: { pay: '已付', bounce: '银行退回' },
  },
  en: {
    changes: 'Adjustments',
    changeColumns: ['Kind', 'Order', 'Reason', 'Amount (yuan)'],
    kinds: {
      correction: 'Correction',
      lateRefund: 'Refund after settlement',
      writeOff: 'Written off',
      subsidyBack: 'Given back to a funder',
      subsidyOff: 'Unpaid subsidy off the books (not in the balance)',
      rebateBack: 'Unpaid rebates taken back',
    },
    payments: 'Payments',
    paymentColumns: ['Day', 'Outcome', 'Account', 'Amount (yuan)'],
    outcomes: { pay: 'Paid', bounce: 'Sent back by the bank' },
  },
} as const;

/** How wide the columns are on paper; the last are sums. */
const WIDTHS = [20, 24, 50, 16];
const columnsOf = (titles: readonly string[]) =>
  titles.map((title, at) => ({ title, width: WIDTHS[at] ?? 0, ...(at === WIDTHS.length - 1 ? { decimals: 2 } : {}) }));

/** What stands on a statement beside its lines, as tables that are written while they are read. @throws ProblemError NOT_FOUND */
export async function sheetsBeside(database: Database, id: string, reader: Readership, language: 'zh' | 'en') {
  const words = WORDS[language];
  const limit = exporting.EXPORT_PAGE;
  const changes = await exporting.rowsOfPages(
    (cursor) => adjustmentsOfStatement(database, reader, id, { cursor, limit }),
    ({ kind, about, reason, amount }) => [
      [words.kinds[kind], about?.line?.orderNumber ?? '', reason, exporting.yuanCell(amount.amount)],
    ],
  );
  const payments = await exporting.rowsOfPages(
    (cursor) => viewStatementPayouts(database, id, reader, { cursor, limit }),
    ({ on, event, bankName, numberTail, amount }) => [
      [on, words.outcomes[event], `${bankName} ${numberTail}`.trim(), exporting.yuanCell(amount.amount)],
    ],
  );
  return {
    changes: { name: words.changes, columns: columnsOf(words.changeColumns), rows: changes },
    payments: { name: words.payments, columns: columnsOf(words.paymentColumns), rows: payments },
  };
}
