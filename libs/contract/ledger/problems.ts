export const ledgerProblems = {
  LEDGER_GROUP_REFUSED: { status: 409, zh: '记账被拒绝', en: 'The ledger refused the posting' },
  LEDGER_PERIOD_CLOSED: { status: 409, zh: '该会计期间已关闭', en: 'The period is closed' },
  LEDGER_DIFFERENCES_OPEN: {
    status: 409,
    zh: '该期间未结的对账差异超过允许金额，请先核对并结案',
    en: 'What bill, payments and books differ by until that day is more than the rules allow: settle the differences first',
  },
  LEDGER_CALL_TOO_LARGE: {
    status: 422,
    zh: '一次记账不超过 10000 笔',
    en: 'At most 10,000 transfers are posted at once',
  },
  LEDGER_MOMENT_OPEN: {
    status: 409,
    zh: '该时点之前可能还有记账未完成，请稍后再查',
    en: 'Somebody may still post before that moment: ask again later',
  },
  BOOKS_CHECK_UNDER_WAY: {
    status: 409,
    zh: '已有一次账目核对正在进行，请等它完成',
    en: 'The books are being checked already: wait until that is done',
  },
} as const;
