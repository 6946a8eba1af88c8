import { time } from '@xihuo/kernel';
import type { Notices, Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { yuan } from '../../rules/yuan';
import { takeDueReceivables, type DueReceivable } from '../../store/business/told-purchases.sql';

/** How many payments one transaction reminds of. */
export const REMIND_BATCH = 500;

type Notice = Parameters<Notices['tellEach']>[1][number];

/**
 * Reminds of payments: whoever pays for the organisation some days before the due day, and once a week while it is late; the supplier's
 * people hear that it is late, as the law gives them late interest. Each reminder is told once, whoever runs this and however often.
 *
 * @returns how many payments were reminded of; as many as `REMIND_BATCH` where there may be more
 */
export async function remindReceivables(tx: Tx, notices: Notices): Promise<number> {
  const today = time.businessDate(tx.now);
  const days = await policyOn(tx, 'purchase.remindDays', today);
  const due = await tx.sql(takeDueReceivables, [today, days, REMIND_BATCH, tx.now]);
  await notices.tellEach(tx, due.flatMap(noticesOf));
  return due.length;
}

function noticesOf(row: DueReceivable): Notice[] {
  const key = `receivable:${row.supplier_order_id}:${row.step}`;
  const about = `purchase:${row.purchase_order_id}` as const;
  const { number, sum } = { number: row.purchase_number, sum: yuan(row.open_fen) };
  const pay = { zh: `转账附言写 ${row.pay_code}。`, en: `Write ${row.pay_code} into the transfer's remark.` };
  if (row.step === 0) {
    return row.payers.map((personId) => ({
      ...{ personId, key, about, title: { zh: '采购货款即将到期', en: 'A payment is due soon' } },
      body: {
        zh: `采购单 ${number} 应付 ${row.supplier_name} ${sum}，${row.due_on} 到期。${pay.zh}`,
        en: `Purchase order ${number}: ${sum} to ${row.supplier_name} is due on ${row.due_on}. ${pay.en}`,
      },
    }));
  }
  const toPayers = row.payers.map((personId) => ({
    ...{ personId, key, about, title: { zh: '采购货款已逾期', en: 'A payment is late' } },
    body: {
      zh: `采购单 ${number} 应付 ${row.supplier_name} ${sum}，${row.due_on} 已到期，逾期按约定或法定利率计息。${pay.zh}`,
      en: `Purchase order ${number}: ${sum} to ${row.supplier_name} was due on ${row.due_on}; late interest runs as agreed or by law. ${pay.en}`,
    },
  }));
  const toSellers = row.sellers.map((personId) => ({
    ...{
      personId,
      key,
      about: `part:${row.supplier_order_id}` as const,
      title: { zh: '采购方货款逾期', en: 'A buyer’s payment is late' },
    },
    body: {
      zh: `${row.organisation_name} 采购单 ${number} 的货款 ${sum} 于 ${row.due_on} 到期未付，已催收；可按约定或法定利率主张逾期利息。`,
      en: `${row.organisation_name} has not paid ${sum} of purchase order ${number}, due on ${row.due_on}, and was reminded; late interest as agreed or by law is yours.`,
    },
  }));
  return [...toPayers, ...toSellers];
}
