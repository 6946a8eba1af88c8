export const traceProblems = {
  FEEDBACK_ANSWERED: { status: 409, zh: '这条反馈已经答复过', en: 'This feedback is answered already' },
  FEEDBACK_DISMISSED: { status: 409, zh: '这条投诉已注明不计入', en: 'This complaint is set aside already' },
  FEEDBACK_NO_COMPLAINT: {
    status: 422,
    zh: '这条反馈不是投诉，本来就不计入',
    en: 'This is no complaint: it does not count anyway',
  },
  FEEDBACK_OWN_GOODS: {
    status: 403,
    zh: '不能处理自己单位商品的投诉',
    en: 'Nobody judges complaints about the goods of their own organisation',
  },
  LOT_MASS_BALANCE: {
    status: 409,
    zh: '物料不平衡：批次的发货、加工投料与损耗之和不能超过进入该批次的数量',
    en: 'Mass balance: a lot cannot ship, process and lose more than came into it',
  },
  LOT_NOT_FOR_PRODUCT: { status: 409, zh: '批次与商品不符', en: 'The lot does not hold this product' },
  LOT_PRODUCT: { status: 409, zh: '该产品不是本供应商在售的产品', en: 'The supplier does not offer this product' },
  LOT_CLOSED: { status: 409, zh: '批次已关闭，不再接收', en: 'The lot is closed: nothing more comes in' },
  LOT_RECALLED: {
    status: 409,
    zh: '批次已召回：不得再收、加工、包装或发货',
    en: 'The lot is recalled: nothing comes in or goes out',
  },
  LOT_EMPTY: { status: 409, zh: '批次中还没有货物', en: 'There is nothing in the lot yet' },
  LOT_DAY: {
    status: 422,
    zh: '日期不能在未来，也不能早于批次',
    en: 'The day cannot lie in the future or before the lot',
  },
  LOT_CIRCLE: {
    status: 409,
    zh: '循环加工：批次不能由自身（或由它制成的批次）制成',
    en: 'A circle: no lot is made of itself, nor of what was made of it',
  },
  PROCESSING_UNBALANCED: {
    status: 422,
    zh: '投入必须等于产出加损耗',
    en: 'What goes in must equal what comes out plus what is lost',
  },
  PROCESSING_YIELD: {
    status: 422,
    zh: '得率超出该加工方式的合理范围',
    en: 'More comes out than this kind of processing can yield',
  },
  DELIVERY_HOUSEHOLD: {
    status: 422,
    zh: '该农户未与本供应商建立联结',
    en: 'This household is not linked to the supplier',
  },
  DELIVERY_DAY: {
    status: 422,
    zh: '交售日期不能在未来，也不能早于补录期限',
    en: 'The day of delivery cannot lie in the future or longer back than may be entered',
  },
  DELIVERY_GRADE: { status: 422, zh: '该品类没有这一等级', en: 'This category does not know the grade' },
  DELIVERY_BELOW_FLOOR: {
    status: 422,
    zh: '价格低于协议约定的保底价：市场价再低，也不低于保底价',
    en: 'Below the floor price of the agreement, which is paid however low the market falls',
  },
  DELIVERIES_WAITING: {
    status: 409,
    zh: '还有交售记录等待确认或处理异议',
    en: 'Deliveries still wait to be confirmed or settled',
  },
  CONTEST_TOO_LATE: { status: 409, zh: '已过提出异议的期限', en: 'The time to contest is over' },
  HOUSEHOLD_WITHOUT_PHONE: {
    status: 409,
    zh: '该农户没有登记手机，请由见证人见证',
    en: 'The household has no phone with us: name a witness',
  },
  CERTIFICATE_MISSING: {
    status: 409,
    zh: '该品类须有与现有货物相符的承诺达标合格证（混合后须重新开具）',
    en: 'This category needs a certificate of conformity that covers what is in the lot now; a new one after mixing',
  },
  LOT_AFTER_RIGHT: {
    status: 409,
    zh: '认定已到期，该批次产于到期之后，不得发货；请改用有效期内生产的批次，或按缺货退款',
    en: 'The recognition has ended and this lot was made after it: send a lot made while it was valid, or end the order short, which pays it back',
  },
  ID_USED: { status: 409, zh: '该编号已用于其他内容', en: 'This id was used with other content' },
} as const;
