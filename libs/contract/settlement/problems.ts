export const settlementProblems = {
  RUN_EXISTS: { status: 409, zh: '该期间已有结算', en: 'This period has been settled already' },
  PERIOD_NOT_OVER: { status: 422, zh: '结算期间尚未结束', en: 'The period is not over yet' },
  SUBSIDY_TOO_LARGE: {
    status: 422,
    zh: '到账金额超过该出资方未付的补贴',
    en: 'The amount is more than this funder still owes',
  },
  SUBSIDY_RECEIPT_KNOWN: { status: 409, zh: '该银行流水已登记', en: 'This bank movement was entered before' },
} as const;
