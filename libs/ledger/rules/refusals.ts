/** Why a group was not posted, in words that name the rule. */
const REFUSALS = {
  unbalanced: { zh: '每笔分录须有借方账户和贷方账户', en: 'Every transfer debits one account and credits another' },
  amountNotPositive: { zh: '金额须为正整数（分）', en: 'An amount is a positive whole number of fen' },
  amountTooLarge: { zh: '单笔金额不超过一万亿元', en: 'A transfer moves at most a trillion yuan' },
  sameAccount: { zh: '借贷双方不能是同一账户', en: 'A transfer goes from one account to another' },
  accountUnknown: { zh: '账户尚未开立', en: 'There is no such account' },
  groupTooLarge: { zh: '一组分录不超过 8192 笔', en: 'A group has at most 8,192 transfers' },
  groupPosted: { zh: '该组分录已过账，不能再追加', en: 'The group was posted and takes nothing more' },
  kindUnsound: { zh: '分录类型与所列字段不符', en: 'The kind of transfer does not fit what is stated' },
  periodClosed: { zh: '该会计期间已关闭', en: 'The period is closed' },
  existsWithOtherContent: { zh: '该编号已用于另一笔分录', en: 'This id was used for another transfer' },
  exceedsBalance: {
    zh: '余额不足（预留金额计入）',
    en: 'The account would fall below zero, amounts set aside counted',
  },
  pendingUnknown: { zh: '没有这笔预留', en: 'Nothing was set aside under this id' },
  pendingResolved: { zh: '该预留已处理', en: 'What was set aside has been resolved' },
  pendingElsewhere: { zh: '该预留属于其他账户', en: 'It was set aside between other accounts' },
  pendingExceeded: { zh: '金额超出预留', en: 'More than was set aside' },
  pendingExpired: { zh: '该预留已到期', en: 'What was set aside has expired' },
  notExpired: { zh: '该预留尚未到期', en: 'What was set aside has not expired' },
} as const;

export type RefusalReason = keyof typeof REFUSALS;

export function refusalSentence(reason: RefusalReason): { zh: string; en: string } {
  return REFUSALS[reason];
}
