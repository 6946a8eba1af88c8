export const ledgerProblems = {
  LEDGER_GROUP_REFUSED: { status: 409, zh: '记账被拒绝', en: 'The ledger refused the posting' },
  LEDGER_PERIOD_CLOSED: { status: 409, zh: '该会计期间已关闭', en: 'The period is closed' },
} as const;
