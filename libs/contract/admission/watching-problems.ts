/** Refusals of watching, measures, appeals and exits. */
export const watchingProblems = {
  MEASURE_IN_FORCE: {
    status: 409,
    zh: '同类措施已在执行，或仍有措施未解除',
    en: 'Such a measure is in force already, or one is still in force',
  },
  PRODUCT_MISSING: {
    status: 422,
    zh: '下架须指明产品，其他措施不指明产品',
    en: 'A delisting, and nothing else, names a product',
  },
  DAY_UNSOUND: {
    status: 422,
    zh: '日期不符：不能晚于今天、早于上一步或早于今天的期限',
    en: 'This day cannot be: it is before the last step, or on the wrong side of today',
  },
  STATEMENT_WINDOW_OPEN: { status: 409, zh: '陈述期尚未结束，不能决定', en: 'The supplier is still to be heard' },
  STATEMENT_WINDOW_OVER: { status: 409, zh: '陈述期已结束', en: 'The time for a statement has ended' },
  APPEAL_OVER: { status: 409, zh: '申诉期限已过', en: 'The time for an appeal has ended' },
  APPEALED_ALREADY: { status: 409, zh: '每项措施只能申诉一次', en: 'A measure is appealed once' },
  CERTIFICATE_UNSOUND: { status: 422, zh: '证照信息有误', en: 'Something is wrong with this licence or certificate' },
  CERTIFICATE_KNOWN: { status: 409, zh: '该证照已登记', en: 'This licence or certificate is known already' },
  REASON_MISSING: { status: 422, zh: '退回或不通过须说明理由', en: 'Sending back or failing wants a reason' },
  ANSWERS_INCOMPLETE: {
    status: 422,
    zh: '请逐项作答，有变化的须说明',
    en: 'Every item wants an answer, and a change a word about it',
  },
  NOTHING_TO_DRAW: { status: 409, zh: '该范围内没有在售产品可抽', en: 'Nothing is on sale there to draw from' },
  SAMPLES_OPEN: { status: 409, zh: '仍有样品未完成', en: 'Some samples are not done' },
  RETEST_OVER: {
    status: 409,
    zh: '复检申请期限已过或已申请',
    en: 'The time to ask for another test is over, or it was asked',
  },
  EXIT_RUNNING: {
    status: 409,
    zh: '退出程序尚未办结，办结后方可重新申请',
    en: 'The exit is not complete; once it is, you may apply anew',
  },
  EXIT_ASKED: { status: 409, zh: '已申请退出或正在退出', en: 'The exit is asked for already, or under way' },
} as const;
