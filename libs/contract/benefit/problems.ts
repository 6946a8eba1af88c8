export const benefitProblems = {
  AGREEMENT_NOT_IN_FORCE: {
    status: 409,
    zh: '当日没有生效的协议覆盖：协议尚未开始、已到期或已终止',
    en: 'No agreement in force covers this day: it has not begun, its term is over, or it was ended',
  },
  AGREEMENT_VOLUME_EXCEEDED: {
    status: 409,
    zh: '超过协议约定数量（合同总量、年度上限或单批上限），请先变更协议',
    en: 'More than the agreements allow (contract, cap of the year or of the lot): amend one first',
  },
  AGREEMENT_OVERLAPS: {
    status: 409,
    zh: '与已签署的协议重叠：同一农户、同一产品、同一优先级在同一天只能有一份协议',
    en: 'It overlaps a signed agreement: one agreement a household, product and priority on any day',
  },
  AGREEMENT_BACKDATED: {
    status: 422,
    zh: '不能改变已经过去的日子：最早从今天起',
    en: 'Days that are over stay as they were agreed: today at the earliest',
  },
  AGREEMENT_DAYS_TAKEN: {
    status: 409,
    zh: '新版本起始日以后，已有按上一版本计价的交售、用工或地租：已经发生的日子不改价，请把起始日改到其后再签',
    en: 'From the first day of this version on there are deliveries, work or rent under the version before: days that had some stay as they were agreed, begin after them',
  },
  AGREEMENT_TERMS: { status: 422, zh: '协议条款有误', en: 'Something is wrong with the terms' },
  AGREEMENT_PRODUCT: { status: 422, zh: '该产品不是本供应商的产品', en: 'The product is not one of the supplier' },
  AGREEMENT_HOUSEHOLD: {
    status: 422,
    zh: '该农户未与本供应商建立联结',
    en: 'This household is not linked to the supplier',
  },
  AGREEMENT_WORDS_CHANGED: {
    status: 409,
    zh: '协议内容已不是您读到的那一页，请重新阅读后再签',
    en: 'The page is no longer the one that was read: read it again before signing',
  },
  AMENDMENT_OPEN: {
    status: 409,
    zh: '该协议已有一个新版本在起草或待签',
    en: 'A next version is being drawn up or waits for a signature',
  },
  WAGE_BELOW_MINIMUM: {
    status: 422,
    zh: '工资低于当地最低日工资标准',
    en: "The wage is below the county's least day wage",
  },
  WITNESS_UNFIT: {
    status: 422,
    zh: '见证人不合适：不能是供应商的人或农户本户的人；县级见证须由县级人员本人以本人姓名办理；签字日期不能晚于今天',
    en: 'This witness cannot be: nobody of the supplier or the household; an officer of the county signs for itself and in its own name; on no day to come',
  },
  WORK_NOT_EMPLOYMENT: {
    status: 409,
    zh: '用工记录只能记在吸纳就业协议下',
    en: 'Work is recorded under an employment agreement only',
  },
  WORK_DAYS: {
    status: 422,
    zh: '天数不符：不能超过起止日期、跨越两个月或晚于今天',
    en: 'These days cannot be: more than lie between the dates, over two months, or still to come',
  },
  WORK_OVERLAPS: {
    status: 409,
    zh: '这些日期已有用工记录；户里另一人干的活，请写上名字',
    en: 'There is a record of work for these days already; where another of the household worked, give the name',
  },
  WORK_PIECES: {
    status: 422,
    zh: '计件协议须填写件数，计日协议不填',
    en: 'An agreement by the piece wants the number of pieces, one by the day none',
  },
  OUTSIDE_PAYMENT_TOO_LARGE: {
    status: 409,
    zh: '超过尚欠金额：同一笔钱不能付两次',
    en: 'More than is still owed: nobody is paid twice',
  },
  RECEIPT_USED: {
    status: 409,
    zh: '这张收据已经用来登记过向这一收款方的付款：一张收据只算一次',
    en: 'This receipt has stood for a payment to the same payee before: a receipt counts once',
  },
  OUTSIDE_PAYMENT_DAY: { status: 422, zh: '付款日期不能晚于今天', en: 'The day of payment cannot lie in the future' },
  LINE_OVERTAKEN: {
    status: 409,
    zh: '该款项已被更正或冲回，请对现在的款项提出异议',
    en: 'This line was put right or taken back: object to the line that stands now',
  },
  CONTEST_OPEN: { status: 409, zh: '该款项已有一项异议正在处理', en: 'An objection to this line is open already' },
  CORRECTION_AMOUNT: {
    status: 422,
    zh: '补付金额必须大于零',
    en: 'What is added must be more than nothing',
  },
  ANSWER_NOT_DUE: {
    status: 409,
    zh: '供应商的答复期限未到',
    en: 'The supplier still has time to answer',
  },
  AMOUNT_ZERO: { status: 422, zh: '金额必须大于零', en: 'The amount must be more than nothing' },
  POOL_TOO_SMALL: {
    status: 409,
    zh: '分红总额不足以支付保底土地租金',
    en: 'The pool does not cover the guaranteed land rents',
  },
  POOL_WITHOUT_PAYEES: {
    status: 409,
    zh: '没有可以分配的对象',
    en: 'There is nobody to share it out to',
  },
  NOT_A_COLLECTIVE: {
    status: 422,
    zh: '收款方不是农村集体经济组织',
    en: 'The payee is not a rural collective',
  },
  NOT_A_COOPERATIVE: {
    status: 409,
    zh: '只有农民专业合作社作盈余返还（农民专业合作社法第四十四条）',
    en: "Only a farmers' cooperative distributes a surplus by law (Farmers' Cooperatives Law art. 44)",
  },
  NOTHING_DISTRIBUTABLE: {
    status: 409,
    zh: '弥补亏损、提取公积金后没有可分配盈余（农民专业合作社法第四十四条）',
    en: "Nothing is left to distribute after losses and reserve (Farmers' Cooperatives Law art. 44)",
  },
  DISTRIBUTION_BELOW_SIXTY: {
    status: 409,
    zh: '按交易量（额）返还的总额不得低于可分配盈余的百分之六十（农民专业合作社法第四十四条）',
    en: "At least sixty per cent of the distributable surplus is returned by transaction volume (Farmers' Cooperatives Law art. 44)",
  },
  DISTRIBUTION_ABOVE_SURPLUS: {
    status: 422,
    zh: '返还总额超过可分配盈余',
    en: 'More is returned than may be distributed',
  },
  DISTRIBUTION_WITHOUT_VOLUME: {
    status: 409,
    zh: '该年度没有成员交易量（额），无法按交易量返还',
    en: 'No member had a transaction volume that year to share by',
  },
  DISTRIBUTION_OF_YEAR: {
    status: 409,
    zh: '该年度的盈余返还已公布，或该年度尚未结束',
    en: 'The distribution of this year is declared already, or the year is not over',
  },
} as const;
