import { time } from '@xihuo/kernel';

interface Message {
  readonly title: { readonly zh: string; readonly en: string };
  readonly body: { readonly zh: string; readonly en: string };
}

/** What such a message is about, to lead there: what is paid to whoever reads it. */
export const OWN_PAYOUTS = 'payouts:own' as const;

/** What payees are told of the accounts they are paid to; of a number only its last four. */
export const ACCOUNT_MESSAGES = {
  registered: ({ tail, hours }: { tail: string; hours: number }): Message => ({
    title: { zh: '您的收款卡', en: 'The card you are paid to' },
    body: {
      zh: `您登记的收款卡尾号 ${tail}，${hours} 小时后开始付款。不是您的卡，请马上在农户页面“到账”里取消，或联系平台。`,
      en: `You were registered with the card that ends in ${tail}, and are paid to it after ${hours} hours. If it is not yours, cancel it under "Paid to you" on your page at once, or call us.`,
    },
  }),
  proposed: ({ tail, hours }: { tail: string; hours: number }): Message => ({
    title: { zh: '收款账户变更', en: 'Your account is to change' },
    body: {
      zh: `您的收款账户申请改为尾号 ${tail} 的账户。核对期 ${hours} 小时，期间暂不付款。如非本人要求，请马上登录取消，或联系平台。`,
      en: `You are to be paid to the account that ends in ${tail}. Nothing is paid for ${hours} hours. If you did not ask for this, sign in and cancel it at once, or call us.`,
    },
  }),
  confirmed: ({ tail, heldUntil }: { tail: string; heldUntil: Date }): Message => ({
    title: { zh: '收款账户已复核', en: 'Your account was confirmed' },
    body: {
      zh: `尾号 ${tail} 的收款账户已复核，${time.businessDate(heldUntil)} 核对期满后启用。`,
      en: `The account that ends in ${tail} was confirmed, and is used once its hours are over on ${time.businessDate(heldUntil)}.`,
    },
  }),
  cancelled: ({ tail }: { tail: string }): Message => ({
    title: { zh: '收款账户变更已取消', en: 'The change of your account was cancelled' },
    body: {
      zh: `尾号 ${tail} 的收款账户变更已取消，仍按原账户付款。`,
      en: `The change to the account that ends in ${tail} was cancelled: you are paid as before.`,
    },
  }),
} as const;

/** A bank did not pay, or sent the money back: nothing is lost, another account is needed. */
export const CAME_BACK: Record<'fail' | 'bounce', Message> = {
  fail: {
    title: { zh: '一笔付款未成功', en: 'A payment to you failed' },
    body: {
      zh: '银行未能付款到您的账户，款项仍为您保留。请登录核对账户，或换一个收款账户，之后重新付款。',
      en: 'The bank could not pay to your account. The money is still yours: sign in, check the account or name another, and it is paid again.',
    },
  },
  bounce: {
    title: { zh: '一笔付款被银行退回', en: 'A payment to you came back' },
    body: {
      zh: '银行退回了付给您的款项，款项仍为您保留。请登录换一个收款账户，之后重新付款。',
      en: 'The bank sent a payment to you back. The money is still yours: sign in and name another account, and it is paid again.',
    },
  },
};
