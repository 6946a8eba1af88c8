import type { Message } from './messages';
import { yuan } from './why';

export interface PaymentFacts {
  readonly supplier: string;
  readonly household: string;
  readonly fen: bigint;
  readonly paidOn: string;
}

const what = ({ supplier, fen, paidOn }: PaymentFacts) => ({
  zh: `${supplier}说 ${paidOn} 已付给您 ${yuan(fen)} 元`,
  en: `${supplier} says it paid you ¥${yuan(fen)} on ${paidOn}`,
});
const ours = ({ household, fen, paidOn }: PaymentFacts) => ({
  zh: `${paidOn} 付给${household}的 ${yuan(fen)} 元`,
  en: `¥${yuan(fen)} paid to ${household} on ${paidOn}`,
});

/** What both sides are told of money that a supplier paid by itself. */
export const PAYMENT_MESSAGES = {
  recorded: (facts: PaymentFacts & { answerBy: string }): Message => ({
    title: { zh: '有一笔付款等您确认', en: 'A payment waits for your answer' },
    body: {
      zh: `${what(facts).zh}。收到了就确认，没收到就提出异议。${facts.answerBy} 前不答复，这笔付款作废，钱仍算欠您的。`,
      en: `${what(facts).en}. Confirm it if you have the money, contest it if not. Unanswered by ${facts.answerBy} it lapses, and the money is still owed to you.`,
    },
  }),
  witnessed: (facts: PaymentFacts & { witness: string; until: string }): Message => ({
    title: { zh: '一笔付款由他人见证签收', en: 'A payment was signed for before a witness' },
    body: {
      zh: `${what(facts).zh}，见证人：${facts.witness}。没有收到的，请在 ${facts.until} 之前提出异议，到期未提异议即视为收到。`,
      en: `${what(facts).en}; witness: ${facts.witness}. If you do not have the money, contest it before ${facts.until}; after that it counts as received.`,
    },
  }),
  confirmed: (facts: PaymentFacts): Message => ({
    title: { zh: '付款已确认', en: 'A payment is confirmed' },
    body: {
      zh: `${ours(facts).zh}已确认收到，从应付中扣除。`,
      en: `${ours(facts).en}: confirmed, and taken off what is owed.`,
    },
  }),
  contested: (facts: PaymentFacts & { reason: string }): Message => ({
    title: { zh: '农户说没有收到付款', en: 'A household says it was not paid' },
    body: {
      zh: `${ours(facts).zh}：${facts.reason}。请与农户核对；没有付的，请撤回这笔记录。`,
      en: `${ours(facts).en}: ${facts.reason}. Settle it with the household; take the record back if it was not paid.`,
    },
  }),
  withdrawn: (facts: PaymentFacts & { reason: string }): Message => ({
    title: { zh: '供应商撤回了一笔付款记录', en: 'A payment was taken back' },
    body: {
      zh: `${what(facts).zh}，现已撤回：${facts.reason}。这笔钱仍算欠您的。`,
      en: `${what(facts).en}, and has taken that back: ${facts.reason}. The money is owed to you again.`,
    },
  }),
  lapsed: (facts: PaymentFacts): Message => ({
    title: { zh: '一笔付款记录已作废', en: 'A payment has lapsed' },
    body: {
      zh: `${ours(facts).zh}，到期没有得到农户确认，记录作废，仍算欠款。已经付过的，请补充凭证重新登记。`,
      en: `${ours(facts).en}: not confirmed in time, so it lapsed and the debt is open again. If it was paid, record it anew with its proof.`,
    },
  }),
} as const;
