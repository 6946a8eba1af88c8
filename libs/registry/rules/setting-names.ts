import { machines, watching } from '@xihuo/contract';
import type { Policies } from './policies';

export type Unit =
  | 'days'
  | 'workingDays'
  | 'months'
  | 'years'
  | 'minutes'
  | 'hours'
  | 'basisPoints'
  | 'fen'
  | 'bytes'
  | 'pages'
  | 'pixels'
  | 'count';

export interface SettingName<In extends Unit | null = Unit | null> {
  readonly zh: string;
  readonly en: string;
  readonly unit: In;
}

/** Settings called one by one; of grounds and of rules over what is reported there may be more than the code knows. */
type OneByOne = keyof {
  [
    Key in keyof Policies as string extends Key
      ? never
      : Key extends `admission.ground.${string}` | `admission.signalRule.${string}` | `calendar.${number}`
        ? never
        : Key
  ]: true;
};

/** A number is counted in something: without a unit nobody could change it. */
type Names = { readonly [Key in OneByOne]: Policies[Key] extends number ? SettingName<Unit> : SettingName };

const name = <In extends Unit | null = null>(zh: string, en: string, unit: In = null as In): SettingName<In> => ({
  ...{ zh, en, unit },
});

const NAMES: Names = {
  'ledger.openDifferenceMostFen': name(
    '关账时允许的未结对账差异',
    'Open differences allowed when books are closed',
    'fen',
  ),
  'payout.accountHoldHours': name('收款账户变更核对期', 'How long nothing is paid after an account changes', 'hours'),
  'dispute.answerWorkingDays': name('争议答复期限', 'Time in which a supplier answers a dispute', 'workingDays'),
  'dispute.appealDecisionWorkingDays': name('争议申诉复核期限', 'Time in which an appeal is decided', 'workingDays'),
  'dispute.appealWorkingDays': name('争议决定申诉期限', 'Time in which a decision may be appealed', 'workingDays'),
  'dispute.escalateWorkingDays': name('申请平台介入期限', 'Time in which a buyer replies', 'workingDays'),
  'dispute.evidenceWorkingDays': name('争议举证期限', 'Time for evidence', 'workingDays'),
  'dispute.mediationWorkingDays': name('争议决定期限', 'Time in which a dispute is decided', 'workingDays'),
  'dispute.negotiationWorkingDays': name('协商和解期限', 'Time in which both settle it themselves', 'workingDays'),
  'dispute.papersMax': name('单个争议每方文件数上限', 'Most files a side in one dispute', 'count'),
  'dispute.referralWorkingDays': name(
    '移交主管部门后多久查询一次',
    'After how long the authority is asked about a referred dispute',
    'workingDays',
  ),
  'admission.annualRecheckMonths': name('年度复核间隔', 'Interval of the annual review', 'months'),
  'admission.annualValueFen': name('商品年价值量下限', 'Least value of a product a year', 'fen'),
  'admission.appealAnswerWorkingDays': name('申诉答复期限', 'Time in which an appeal is answered', 'workingDays'),
  'admission.appealWorkingDays': name('申诉期限', 'Time in which a measure may be appealed', 'workingDays'),
  'admission.claimMinutes': name('审核员认领时长', 'How long a claimed application stays with a reviewer', 'minutes'),
  'admission.correctionWorkingDays': name('补正期限', 'Time for corrections', 'workingDays'),
  'admission.creditEffects': name('列入信用名单的后果', 'What a listing in a credit register does'),
  'admission.creditSnapshotDays': name('信用查询有效天数', 'How long a look into the credit registers counts', 'days'),
  'admission.documentMaxBytes': name('单份材料大小上限', 'Most bytes of a paper', 'bytes'),
  'admission.documentMaxPages': name('单份材料页数上限', 'Most pages of a paper', 'pages'),
  'admission.documentMaxPixels': name('单张图片像素上限', 'Most pixels of a picture', 'pixels'),
  'admission.documentsMax': name('一份申请的材料份数上限', 'Most papers of an application', 'count'),
  'admission.exitDays': name('退出清理期限', 'Time to close what is open when a supplier leaves', 'days'),
  'admission.expiryEffects': name('证照到期的后果', 'What the end of a licence does'),
  'admission.expiryReminderDays': name('证照到期前提醒', 'Reminders before a licence ends', 'days'),
  'admission.identityRecheckMonths': name('身份信息核验间隔', 'Interval of identity re-checks', 'months'),
  'admission.noticeWorkingDays': name('公示期', 'Public notice', 'workingDays'),
  'admission.peerToleranceBp': name('价格比对容许幅度', 'How far a price may stand above its peers', 'basisPoints'),
  'admission.productPapersMax': name('一个产品的材料份数上限', 'Most papers of a product', 'count'),
  'admission.recheckDays': name('复核答复期限', 'Time to answer a re-check', 'days'),
  'admission.recognitionYears': name('产品认定有效期', 'Term of a recognition', 'years'),
  'admission.recommendWorkingDays': name('县级推荐时限', 'Time for the county to recommend', 'workingDays'),
  'admission.retestWorkingDays': name('复检申请期限', 'Time to ask another laboratory', 'workingDays'),
  'admission.reviewWorkingDays': name('平台审核时限', 'Time for the review', 'workingDays'),
  'admission.standardCommentDays': name('标准公开征求意见期', 'Time for comments on a standard', 'days'),
  'admission.standardNoticeDays': name('标准生效前公示期', 'Notice before a standard binds', 'days'),
  'admission.statementWorkingDays': name('陈述申辩期限', 'Time in which a supplier is heard', 'workingDays'),
  'admission.supplierPapersMax': name(
    '一家供应商三十日内的材料份数上限',
    'Most papers about a supplier in thirty days',
    'count',
  ),
  'admission.testReportMonths': name('检测报告有效月数', 'How long a test report counts', 'months'),
  'admission.validYears': name('准入有效期', 'Term of a certification', 'years'),
  'admission.voluntaryExitNoticeDays': name('自愿退出公示期', 'Notice before a supplier leaves by choice', 'days'),
  'admission.warningMonths': name('警示保留月数', 'How long a warning stands', 'months'),
  'afterSale.answerHours': name('售后申请答复期限', 'Time in which a supplier answers a claim', 'hours'),
  'afterSale.escalateDays': name('被拒后申请平台介入期限', 'Time to take a refused claim to the platform', 'days'),
  'afterSale.freshAnswerHours': name(
    '鲜活商品坏损申报答复期限',
    'Time in which a claim about fresh goods is answered',
    'hours',
  ),
  'afterSale.inspectDays': name('退回商品验收期限', 'Time to look at returned goods', 'days'),
  'afterSale.replaceDays': name('换货、补发的发出期限', 'Time to send other goods', 'days'),
  'afterSale.returnDays': name('买家寄回商品期限', 'Time in which a buyer sends goods back', 'days'),
  'afterSale.perishableWindowDays': name('鲜活商品坏损申报期', 'Time to claim damage of fresh goods', 'days'),
  'purchase.publicTermDays': name('机关、事业单位付款期限', 'Time in which a public buyer pays', 'days'),
  'purchase.publicTermMostDays': name('机关、事业单位约定付款期限上限', 'Longest term of a public buyer', 'days'),
  'purchase.firmTermDays': name('企业付款期限', 'Time in which a firm pays', 'days'),
  'purchase.termMostDays': name('约定付款期限上限', 'Longest term anybody may agree', 'days'),
  'purchase.payFirstDays': name('先款订单保留天数', 'How long an order paid first is held', 'days'),
  'purchase.aloneDays': name('免审批采购累计天数', 'Over how long orders without approval add up', 'days'),
  'purchase.creditAtOnceBp': name(
    '当场拒收即时冲减比例',
    'What is credited at the door without an answer',
    'basisPoints',
  ),
  'purchase.remindDays': name('到期前提醒天数', 'Reminder before a payment is due', 'days'),
  'purchase.invoiceIssueDays': name('供应商开票期限', 'Time to issue an invoice', 'days'),
  'purchase.invoiceCheckDays': name('采购单位核对发票期限', 'Time to check an invoice', 'days'),
  'afterSale.windowDays': name('无理由退货期', 'Time to return without a reason', 'days'),
  'benefit.contestAnswerDays': name('异议答复期限', 'Time to answer an objection', 'days'),
  'benefit.leastDayWageFen': name('最低日工资', 'Least day wage', 'fen'),
  'benefit.leastVolumeBp': name('按交易量返还的最低比例', 'Least share returned by transaction volume', 'basisPoints'),
  'benefit.outsideAnswerDays': name('线下付款确认期', 'Time to confirm a payment made outside', 'days'),
  'benefit.outsideWitnessDays': name(
    '见证签收的线下付款异议期',
    'Time to contest a payment signed for before a witness',
    'days',
  ),
  'benefit.payWithinDays': name('农户应得兑付期限', 'Time to pay what households are owed', 'days'),
  'benefit.workContestDays': name('见证用工记录异议期', 'Time to contest a witnessed record of work', 'days'),
  'breakdown.minHouseholds': name('公开分配构成所需农户数', 'Households from which a breakdown is public', 'count'),
  'breakdown.minOrders': name('公开分配构成所需订单数', 'Orders from which a breakdown is public', 'count'),
  'cart.newPerHour': name('每个地址每小时新建购物车上限', 'Most new carts from one address an hour', 'count'),
  'cart.guestDays': name('访客购物车保留天数', 'How long a guest’s cart is kept', 'days'),
  'catalogue.expiringDays': name(
    '证书临期提示天数',
    'Days before its end from which a certificate counts as expiring',
    'days',
  ),
  'catalogue.priceBandBp': name('价格即时调整幅度', 'How far a price may move without a look', 'basisPoints'),
  'fee.platformBp': name('平台服务费率', 'Platform fee', 'basisPoints'),
  'fulfilment.autoReceiptDays': name('发货后自动确认收货', 'When what was sent counts as received', 'days'),
  'fulfilment.autoReceiptAfterDeliveryHours': name(
    '签收后自动确认收货',
    'When what was delivered counts as received',
    'hours',
  ),
  'fulfilment.extendReceiptDays': name('买家延长收货时间', 'By how much a buyer may put receipt off', 'days'),
  'fulfilment.shipWithinHours': name('发货时限', 'Time to send', 'hours'),
  'order.unpaidMost': name('未付款订单上限', 'Most unpaid orders an address, account and phone', 'count'),
  'order.payWithinMinutes': name('支付时限', 'Time to pay', 'minutes'),
  'promotion.stacking': name('优惠叠加规则', 'Which discounts combine, and in which order'),
  'settlement.period': name('结算周期', 'Settlement period'),
  'trace.certificateCategories': name(
    '须附承诺达标合格证的品类',
    'Categories that leave only with a certificate of conformity',
  ),
  'trace.contestDays': name('已确认交售的异议期', 'Time to contest a confirmed delivery', 'days'),
  'trace.deliveryBackDays': name('交售补录期限', 'How far back a delivery may be entered', 'days'),
  'trace.deliveryYieldBp': name('交售得率', 'How much of what is weighed counts as goods'),
  'trace.grades': name('各品类的等级', 'Grades of each category'),
  'trace.processingYieldBp': name('加工得率范围', 'What may come out of processing'),
  'trace.quarantineCategories': name('须附动物检疫合格证明的品类', 'Categories sent with a certificate of quarantine'),
  'trace.witnessDays': name('见证交售的异议期', 'Time to contest a witnessed delivery', 'days'),
};

const RULES: Readonly<Record<`admission.signalRule.${string}`, SettingName>> = {
  'admission.signalRule.complaints': name('监测规则：投诉率', 'Watching rule: complaints'),
  'admission.signalRule.returns': name('监测规则：退货率', 'Watching rule: returns'),
  'admission.signalRule.lateShipments': name('监测规则：逾期发货率', 'Watching rule: late shipments'),
  'admission.signalRule.unpaidDues': name('监测规则：农户应得逾期', 'Watching rule: unpaid dues'),
  'admission.signalRule.prices': name('监测规则：价格高于同类', 'Watching rule: prices'),
  'admission.signalRule.massBalance': name('监测规则：发货量与批次来源', 'Watching rule: mass balance'),
  'admission.signalRule.selfDealing': name('监测规则：自买自卖', 'Watching rule: orders of its own people'),
  'admission.signalRule.sharedTracking': name('监测规则：共用运单号', 'Watching rule: shared tracking numbers'),
  'admission.signalRule.awardsIgnored': name('监测规则：裁决未履行', 'Watching rule: decisions not honoured'),
};

/** Every setting the code asks for by its name. */
export const settingKeys = (): string[] => [
  ...Object.keys(NAMES),
  ...Object.keys(RULES),
  ...Object.keys(watching.GROUNDS).map((code) => `admission.ground.${code}`),
];

const KNOWN: ReadonlyMap<string, SettingName> = new Map(Object.entries({ ...NAMES, ...RULES }));

/** What a setting is called and counted in; a ground is called as it is published. */
export function settingName(key: string): SettingName {
  const known = KNOWN.get(key);
  if (known) return known;
  const code = key.slice(key.lastIndexOf('.') + 1);
  if (key.startsWith('admission.ground.')) {
    const ground = watching.GROUNDS[code as watching.Ground] as { zh: string; en: string } | undefined;
    return ground ? name(`处置事由：${ground.zh}`, `Ground: ${ground.en}`) : name(`处置事由 ${code}`, `Ground ${code}`);
  }
  if (key.startsWith('admission.signalRule.')) return name(`监测规则 ${code}`, `Watching rule ${code}`);
  const year = machines.settingShapes.calendarYear(key);
  if (year !== null) return name(`${year} 年放假和调休安排`, `Days off and exchanged days of ${year}`);
  return name(key, key);
}
