/** Refusals of disputes. */
export const disputeProblems = {
  DISPUTE_STATE: {
    status: 409,
    zh: '争议当前所处阶段不能执行此操作',
    en: 'The dispute is not at the step where this can be done',
  },
  DISPUTE_OFFER_GONE: {
    status: 409,
    zh: '该方案已被新的方案取代，请查看最新方案',
    en: 'A newer offer has taken the place of this one',
  },
  DISPUTE_OWN_OFFER: { status: 409, zh: '不能接受自己提出的方案', en: 'Nobody accepts their own offer' },
  DISPUTE_ABOVE_HELD: {
    status: 422,
    zh: '金额不能超过已冻结的争议金额',
    en: 'No more can be given back than is held for the dispute',
  },
  DISPUTE_NOT_FREE: {
    status: 403,
    zh: '您与本案有关联或已参与过本案，须由其他人员处理',
    en: 'You belong to a side of this case or have had a part in it: somebody else decides',
  },
  DISPUTE_TAKEN: { status: 409, zh: '已有其他调解员受理本案', en: 'Another mediator has taken this case' },
  DISPUTE_APPEALED_ALREADY: { status: 409, zh: '每个争议只能申诉一次', en: 'A dispute is appealed once' },
  DISPUTE_PAPERS_FULL: {
    status: 409,
    zh: '本案提交的文件已达上限',
    en: 'As many files as a case takes have been handed in',
  },
  DISPUTE_PAPER_UNKNOWN: {
    status: 422,
    zh: '所附文件不属于本案',
    en: 'A file named here is not of this case and side',
  },
  REVIEW_NOT_RECEIVED: {
    status: 409,
    zh: '收到商品后才能评价',
    en: 'A review is about what was received',
  },
  REVIEW_OWN_GOODS: {
    status: 409,
    zh: '供应商人员不能评价本单位的商品',
    en: 'People of a supplier do not review its own goods',
  },
  REVIEWED_ALREADY: { status: 409, zh: '该商品已评价', en: 'This line has been reviewed' },
  REVIEW_PHOTOS: {
    status: 422,
    zh: '照片不属于这个订单，或已用于别的评价',
    en: 'A photo is not of this order, or stands beside another review',
  },
  REVIEW_REPLIED: { status: 409, zh: '该评价已回复', en: 'The review has been answered' },
  QUESTION_ANSWERED: { status: 409, zh: '该问题已有回答', en: 'The question has been answered' },
  HIDDEN_ALREADY: { status: 409, zh: '该评价已隐藏', en: 'The review is hidden already' },
  NOT_HIDDEN: { status: 409, zh: '该评价未被隐藏', en: 'The review is not hidden' },
} as const;
