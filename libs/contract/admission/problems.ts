export const admissionProblems = {
  SUPPLIER_NOT_IN_STANDING: { status: 409, zh: '该供应商当前不可销售', en: 'The supplier may not sell at present' },
  FOUR_EYES: {
    status: 403,
    zh: '提交、推荐、审核须由互不相同且无关联的人员完成',
    en: 'Whoever submitted, recommended, reviewed or belongs to it takes no other part in it',
  },
  NOT_AT_THIS_STEP: { status: 409, zh: '当前状态不允许此操作', en: 'This is not possible in the present state' },
  NOTHING_TO_CLAIM: { status: 404, zh: '当前没有可领取的审核件', en: 'There is nothing to claim at present' },
  CLAIMED_BY_OTHER: { status: 409, zh: '已由其他审核员领取', en: 'Another reviewer has claimed it' },
  NOT_CLAIMED: { status: 409, zh: '请先领取后再审核', en: 'Claim it first' },
  NOT_DECLARED: {
    status: 409,
    zh: '请先作出利益冲突声明',
    en: 'Declare first whether there is a conflict of interest',
  },
  CHECKLIST_INCOMPLETE: { status: 422, zh: '审核清单尚未逐项完成', en: 'The checklist is not complete' },
  NOT_APPROVABLE: { status: 409, zh: '尚有事项使其不能通过', en: 'Something still stands against approval' },
  RECOMMENDATION_INCOMPLETE: {
    status: 422,
    zh: '推荐意见须对本部门全部核查事项负责',
    en: 'A department signs for everything it gates, or not at all',
  },
  NOTICE_OVER: { status: 409, zh: '公示期已结束', en: 'The public notice has ended' },
  ALREADY_OBJECTED: {
    status: 409,
    zh: '该手机号已对本公示提出异议',
    en: 'This phone has objected to this notice already',
  },
  TOO_MANY_OBJECTIONS: {
    status: 429,
    zh: '异议数量过多，请拨打公示所列电话',
    en: 'Too many objections to this notice at present',
  },
  INSPECTION_UNSOUND: {
    status: 422,
    zh: '现场核查结论与发现不一致或日期有误',
    en: 'The result of the inspection does not fit its findings or its date',
  },
  SNAPSHOT_UNSOUND: {
    status: 422,
    zh: '查询日期不能晚于今天，列入须写明原因',
    en: 'A query is not of the future, and a listing has a reason',
  },
} as const;
