export const paymentProblems = {
  WEBHOOK_SIGNATURE: { status: 400, zh: '签名无效', en: 'The signature is missing or wrong' },
  PAYMENT_NOT_POSSIBLE: { status: 409, zh: '订单当前不可支付', en: 'The order cannot be paid in its present state' },
  PAYMENT_PROVIDER_UNKNOWN: {
    status: 503,
    zh: '支付结果确认中，请勿重复支付',
    en: 'The payment provider has not answered; the result is being confirmed',
  },
  PAYMENT_REFUSED: {
    status: 409,
    zh: '支付机构不接受这笔付款，请联系客服',
    en: 'The payment provider does not take this payment; please contact us',
  },
  PAYMENT_DECLINED: { status: 402, zh: '支付被拒绝', en: 'The payment was declined' },
  BILL_DAY_NOT_OVER: { status: 422, zh: '这一天还没有结束', en: 'The day is not over yet' },
  REFUND_TOO_LARGE: {
    status: 409,
    zh: '退款金额超过可退金额',
    en: 'More than is left to refund',
  },
} as const;
