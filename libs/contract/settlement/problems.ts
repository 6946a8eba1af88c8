export const settlementProblems = {
  RUN_EXISTS: {
    status: 409,
    zh: '该期间已有结算，结算单不再重开；更正请用调整',
    en: 'This period has been settled already, and a statement is never opened again: correct it by an adjustment',
  },
  STATEMENTS_CLOSED: {
    status: 409,
    zh: '已入账，结算单不再重开；更正请用调整，经复核后列入下一期结算单',
    en: 'It is posted, and a statement is never opened again: propose an adjustment, which is a line of the next statement once approved',
  },
  LATE_REFUND_TOO_LARGE: {
    status: 422,
    zh: '退款超过该订单行已结算且尚未退回的金额',
    en: 'It is more than was settled of the line and has not gone back',
  },
  WRITE_OFF_NOT_YET: {
    status: 409,
    zh: '只有退出中的供应商，在订单、售后和农户应得都已了结、款项抵扣后仍有应退时，才能核销',
    en: 'Only of a supplier that leaves, once its orders, after-sales and what it owes households are settled and netted, may what it is to give back be written off',
  },
  WRITE_OFF_TOO_LARGE: {
    status: 422,
    zh: '核销金额超过该供应商尚应退还的金额',
    en: 'It is more than the supplier is to give back',
  },
  ADJUSTMENT_ABOUT_OTHER: {
    status: 422,
    zh: '所指的结算单或明细不属于该供应商',
    en: 'The statement or the line is not of this supplier',
  },
  LATER_PERIOD_SETTLED: {
    status: 409,
    zh: '更晚的期间已经结算，其中已包含这一期间；更正请用调整',
    en: 'A later period has been settled, and this one with it: correct it by an adjustment',
  },
  RUN_UNDER_WAY: {
    status: 409,
    zh: '上一次结算还没有结束，请等它完成；已暂停的请先恢复',
    en: 'Another run is under way: wait until it is done, or resume it where it is paused',
  },
  PERIOD_NOT_OVER: { status: 422, zh: '结算期间尚未结束', en: 'The period is not over yet' },
  SUBSIDY_TOO_LARGE: {
    status: 422,
    zh: '到账金额超过该出资方未付的补贴',
    en: 'The amount is more than this funder still owes',
  },
  SUBSIDY_RETURN_TOO_LARGE: {
    status: 422,
    zh: '金额超过该出资方现可退还的结余：先抵它未付的补贴，供应商尚未退回的部分也不能退还',
    en: 'The amount is more than may be sent back to this funder now: what it has back pays what it owes first, and what suppliers are still to give back is not there',
  },
  PAYOUT_RUN_OPEN: {
    status: 409,
    zh: '还有一份付款清单等待复核，请先复核或作废',
    en: 'A payout list waits for approval: approve or discard it first',
  },
  PAYOUT_NOTHING_DUE: {
    status: 422,
    zh: '没有应付款项：应付均已在清单中或已付',
    en: 'Nobody is due: what was settled is on a list or paid',
  },
  PAYOUTS_STOPPED: { status: 409, zh: '付款已全部暂停', en: 'All payouts are stopped' },
  PAYOUT_LIST_CHANGED: {
    status: 409,
    zh: '付款清单与所复核的不一致（金额、收款人或账户已变），请作废后重新生成',
    en: 'The list is not the one that was read: a sum, a payee or an account has changed. Discard it and draw a new one',
  },
  PAYOUT_TEXT_REFUSED: {
    status: 422,
    zh: '有户名或开户行含付款银行批量表格不接受的字，请改用通用表格或 pain.001，或更正收款账户',
    en: "A holder or a bank has signs that the table of the debtor's bank does not take: use the plain table or pain.001, or name another account",
  },
  ACCOUNT_NAME_MISMATCH: {
    status: 422,
    zh: '户名与收款人登记的名称不一致',
    en: 'The holder of the account is not the payee',
  },
  ACCOUNT_NUMBER_INVALID: {
    status: 422,
    zh: '账号不正确：银行卡号为 16 至 19 位，末位为校验位',
    en: 'This is no card number: 16 to 19 digits, the last one checks them',
  },
  ACCOUNT_KNOWN: { status: 409, zh: '现用账户就是这个账户', en: 'This is the account in use' },
  ACCOUNT_WAITING: {
    status: 409,
    zh: '该收款人已有一个账户变更等待复核',
    en: 'Another account of this payee waits for a second person',
  },
  SUBSIDY_RECEIPT_KNOWN: { status: 409, zh: '该银行流水已登记', en: 'This bank movement was entered before' },
} as const;
