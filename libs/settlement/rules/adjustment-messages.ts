import { money } from '@xihuo/kernel';

interface Told {
  readonly order: string;
  readonly supplier: string;
  readonly fen: money.Fen;
}

/** What buyer and supplier are told of a refund after settlement. */
export const LATE_REFUND = {
  buyer: ({ order, supplier, fen }: Told) => ({
    title: { zh: '订单退款', en: 'A refund' },
    body: {
      zh: `订单 ${order}（${supplier}）退款 ${money.toYuan(fen)} 元，原路退回。`,
      en: `¥${money.toYuan(fen)} of order ${order} (${supplier}) goes back the way it was paid.`,
    },
  }),
  supplier: ({ order, fen, subsidyFen }: Told & { readonly subsidyFen: money.Fen }) => ({
    title: { zh: '结算后退款', en: 'A refund after settlement' },
    body: {
      zh: `订单 ${order} 结算后退款 ${money.toYuan(fen)} 元${subsidyFen > 0n ? `，另退出资方补贴 ${money.toYuan(subsidyFen)} 元` : ''}，从您之后的应付款中抵扣，列入下一期结算单。`,
      en: `¥${money.toYuan(fen)} of order ${order} was paid back after it was settled${subsidyFen > 0n ? `, and ¥${money.toYuan(subsidyFen)} to those who funded its discount` : ''}: it comes off what you are to be paid, and stands on your next statement.`,
    },
  }),
} as const;
