export const settlementProblems = {
  RUN_EXISTS: { status: 409, zh: '该期间已有结算', en: 'This period has been settled already' },
  PERIOD_NOT_OVER: { status: 422, zh: '结算期间尚未结束', en: 'The period is not over yet' },
} as const;
