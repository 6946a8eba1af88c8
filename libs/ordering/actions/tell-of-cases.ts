import { money } from '@xihuo/kernel';
import type { Notices, Tx, Vault } from '@xihuo/platform';
import { toldCases } from '../store/told-cases.sql';
import { peopleOfSupplier } from '../store/people.sql';
import { tellBuyer } from './tell-buyer';

interface Words {
  zh: string;
  en: string;
}
type Facts = { number: string; amount: string; answer: string };

const yuan = (fen: bigint): string => `¥${money.fen(fen) / 100n}.${String(fen % 100n).padStart(2, '0')}`;

const SUPPLIER: Record<string, { title: Words; body: (facts: Facts) => Words }> = {
  request: {
    title: { zh: '有新的售后申请', en: 'A new after-sale claim' },
    body: ({ number, amount }) => ({
      zh: `订单 ${number} 的买家申请退款 ${amount}，请在期限内处理，逾期视为同意。`,
      en: `The buyer of order ${number} claims ${amount}. Answer in time: silence counts as accepted.`,
    }),
  },
  send: {
    title: { zh: '买家已寄回商品', en: 'Goods are on their way back' },
    body: ({ number }) => ({
      zh: `订单 ${number} 的退货已寄出，收到后请验货处理。`,
      en: `Goods of order ${number} have been sent back: look at them when they arrive.`,
    }),
  },
  escalate: {
    title: { zh: '买家申请平台介入', en: 'A refused claim goes to the platform' },
    body: ({ number }) => ({
      zh: `订单 ${number} 的售后已转平台处理，请准备说明和证据。`,
      en: `The claim on order ${number} is now with the platform: keep your side and proof ready.`,
    }),
  },
};

const BUYER: Record<string, { title: Words; body: (facts: Facts) => Words }> = {
  acceptRefund: {
    title: { zh: '退款已同意', en: 'Your refund is accepted' },
    body: ({ number, amount }) => ({
      zh: `订单 ${number} 退款 ${amount} 正在原路退回。`,
      en: `${amount} of order ${number} is on its way back to where you paid from.`,
    }),
  },
  acceptReturn: {
    title: { zh: '退货已同意', en: 'Your return is accepted' },
    body: ({ number }) => ({
      zh: `订单 ${number}：请在期限内寄回商品并填写运单号。`,
      en: `Order ${number}: send the goods back in time and enter the tracking number.`,
    }),
  },
  refuse: {
    title: { zh: '商家拒绝了售后申请', en: 'Your claim was refused' },
    body: ({ number, answer }) => ({
      zh: `订单 ${number}：${answer}。不同意可申请平台介入。`,
      en: `Order ${number}: ${answer}. You may take it to the platform.`,
    }),
  },
  refunded: {
    title: { zh: '退款已到账', en: 'Your refund has arrived' },
    body: ({ number, amount }) => ({
      zh: `订单 ${number} 退款 ${amount} 已退回。`,
      en: `${amount} of order ${number} is back.`,
    }),
  },
  lapse: {
    title: { zh: '售后单已关闭', en: 'Your claim is closed' },
    body: ({ number }) => ({
      zh: `订单 ${number} 的售后因超过期限未操作已关闭。`,
      en: `The claim on order ${number} was closed because its time ran out.`,
    }),
  },
};

/** Tells whoever has to know of a step: the supplier's people of what buyers do, the buyer of what comes of it. */
export async function tellOfCase(
  tx: Tx,
  { vault, notices }: { vault: Vault; notices: Notices },
  { caseId, event, eventId }: { caseId: string; event: string; eventId: string },
): Promise<void> {
  const [one] = await tx.sql(toldCases, [caseId]);
  if (!one) return;
  const facts = { number: one.order_number, amount: yuan(one.amount_fen), answer: one.answer ?? '' };
  const key = `afterSale:${eventId}`;
  // What the supplier did itself is no news to it; what never left needs no answer.
  const toSupplier = one.kind === 'cancel' || one.kind === 'short' ? null : SUPPLIER[event];
  if (toSupplier) {
    const people = await tx.sql(peopleOfSupplier, [one.supplier_id]);
    const personIds = people.map((row) => row.person_id);
    await notices.tellAll(tx, personIds, { key, title: toSupplier.title, body: toSupplier.body(facts) });
  }
  const toBuyer = BUYER[event];
  if (toBuyer)
    await tellBuyer(tx, { vault, notices }, one.order_id, { key, title: toBuyer.title, body: toBuyer.body(facts) });
}
