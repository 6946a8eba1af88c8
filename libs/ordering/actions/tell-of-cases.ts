import type { Log, Notices, Tx, Vault } from '@xihuo/platform';
import { neverLeaves, wantsOthers } from '../rules/claim';
import { yuan } from '../rules/yuan';
import { phoneOf } from '../store/delivery-cell';
import { toldCases } from '../store/told-cases.sql';

interface Words {
  zh: string;
  en: string;
}
type Facts = { number: string; amount: string; answer: string; parcel: string };

const SUPPLIER: Record<string, { title: Words; body: (facts: Facts) => Words }> = {
  request: {
    title: { zh: '有新的售后申请', en: 'A new after-sale claim' },
    body: ({ number, amount }) => ({
      zh: `订单 ${number} 的买家申请退款 ${amount}，请在期限内处理，逾期视为同意。`,
      en: `The buyer of order ${number} claims ${amount}. Answer in time: silence counts as accepted.`,
    }),
  },
  requestOthers: {
    title: { zh: '有新的换货或补发申请', en: 'A buyer wants a replacement' },
    body: ({ number, amount }) => ({
      zh: `订单 ${number} 的买家申请换货或补发，请在期限内处理，逾期视为同意；不能补寄的可以退款 ${amount}。`,
      en: `The buyer of order ${number} wants other packs. Answer in time: silence counts as accepted; where you have none, pay ${amount} back.`,
    }),
  },
  receive: {
    title: { zh: '买家已收到补寄的商品', en: 'The replacement was received' },
    body: ({ number }) => ({
      zh: `订单 ${number} 换货或补发的商品已收到，售后完成，没有退款。`,
      en: `What you sent in place of goods of order ${number} is there: the claim is over, nothing was paid back.`,
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
  acceptReplace: {
    title: { zh: '商家同意换货或补发', en: 'You will be sent a replacement' },
    body: ({ number, amount }) => ({
      zh: `订单 ${number}：商家将在期限内发出，逾期未发自动退款 ${amount}。`,
      en: `Order ${number}: the supplier sends it in time, or ${amount} is paid back.`,
    }),
  },
  sendReplacement: {
    title: { zh: '换货或补发的商品已发出', en: 'Your replacement is on its way' },
    body: ({ number, parcel }) => ({
      zh: `订单 ${number} 补寄的包裹：${parcel}。收到后请在售后页确认；有问题可在那里申请平台介入。`,
      en: `Order ${number}, parcel ${parcel}. Say on the claim's page that it came, or take it to the platform if something is wrong.`,
    }),
  },
  receive: {
    title: { zh: '换货或补发已完成', en: 'Your replacement counts as received' },
    body: ({ number }) => ({
      zh: `订单 ${number} 补寄的商品已收到。商品有问题，可在新的售后期内再次申请。`,
      en: `What replaced goods of order ${number} is there. If something is wrong with it, you may claim again while its own time for claims runs.`,
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

/**
 * What an organisation that buys on terms hears instead: no money was on its way, so none comes back. A credit note is made with the
 * consent, and told of once, with what it does.
 */
const ON_TERMS: typeof BUYER = {
  refunded: {
    title: { zh: '售后已同意并冲减货款', en: 'Your claim is accepted and credited' },
    body: ({ number, amount }) => ({
      zh: `订单 ${number} 冲减 ${amount}：未付的减少应付款，已付的转为贵单位余额；验收前的不再计入应付。对账单中可查。`,
      en: `${amount} of order ${number} is credited: it lessens what you owe, what was paid stands to your credit, and what is not yet accepted will not be owed. Your statement shows it.`,
    }),
  },
};
const SAID_OTHERWISE_ON_TERMS = new Set(['acceptRefund', 'refunded']);

function buyerWords(event: string, onTerms: boolean): (typeof BUYER)[string] | undefined {
  return onTerms && SAID_OTHERWISE_ON_TERMS.has(event) ? ON_TERMS[event] : BUYER[event];
}

export interface ToldStep {
  readonly caseId: string;
  readonly event: string;
  readonly eventId: string;
}

/**
 * Tells whoever has to know of steps: the suppliers' people of what buyers do, the buyers of what comes of it; however many steps
 * there are, the same few statements.
 */
export async function tellOfCases(
  tx: Tx,
  { vault, notices, log }: { vault: Vault; notices: Notices; log: Pick<Log, 'error'> },
  steps: readonly ToldStep[],
): Promise<void> {
  const caseIds = steps.map((step) => step.caseId);
  const cases = new Map((await tx.sql(toldCases, [caseIds])).map((one) => [one.id, one]));
  const told = steps.flatMap(({ caseId, event, eventId }) => {
    const one = cases.get(caseId);
    if (!one) return [];
    const facts = {
      number: one.order_number,
      amount: yuan(one.amount_fen),
      answer: one.answer ?? '',
      parcel: one.parcel ?? '',
    };
    const of = (words: (typeof SUPPLIER)[string] | undefined) =>
      words && { key: `afterSale:${eventId}`, title: words.title, body: words.body(facts) };
    // What the supplier did itself is no news to it; what never left needs no answer.
    const isCancelled = neverLeaves(one.kind);
    const asked = wantsOthers(one.kind) && event === 'request' ? SUPPLIER.requestOthers : SUPPLIER[event];
    return [{ one, toSupplier: isCancelled ? undefined : of(asked), toBuyer: of(buyerWords(event, one.on_terms)) }];
  });
  await notices.tellEach(
    tx,
    told.flatMap(({ one, toSupplier, toBuyer }) => [
      ...(toSupplier
        ? one.supplier_people.map((personId) => ({ personId, ...toSupplier, about: 'claims:open' as const }))
        : []),
      ...(toBuyer
        ? one.buyers.map((personId) => ({ personId, ...toBuyer, about: `claims:${one.order_id}` as const }))
        : []),
    ]),
  );
  await notices.smsEach(
    tx,
    told.flatMap(({ one, toBuyer }) => {
      if (!toBuyer || !one.is_guest) return [];
      const phone = phoneOf(vault, one);
      if (phone === null) log.error({ orderId: one.order_id }, 'the phone of an order does not open');
      return phone === null ? [] : [{ key: toBuyer.key, phone, text: `${toBuyer.title.zh}：${toBuyer.body.zh}` }];
    }),
  );
}
