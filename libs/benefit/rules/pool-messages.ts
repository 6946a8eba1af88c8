import type { Message } from './messages';

/** What payees are told of pools and of a cooperative's yearly distribution. */
export const POOL_MESSAGES = {
  declared: ({ supplier, title }: { supplier: string; title: string }): Message => ({
    title: { zh: '分红已公布', en: 'A dividend was declared' },
    body: {
      zh: `${supplier}公布了“${title}”。您应得多少、按什么算，请看“收入”。`,
      en: `${supplier} declared “${title}”. What is yours of it, and why, stands under Earnings.`,
    },
  }),
  distributed: ({ supplier, year }: { supplier: string; year: number }): Message => ({
    title: { zh: '盈余返还已公布', en: 'The surplus refund was declared' },
    body: {
      zh: `${supplier}公布了 ${year} 年度盈余返还，按您当年的交易额计算，请看“收入”。`,
      en: `${supplier} declared the surplus refund of ${year}, by your transaction volume of that year. It stands under Earnings.`,
    },
  }),
} as const;
