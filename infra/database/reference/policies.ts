import type { Policy } from '@xihuo/registry';
import { AFTER_SALE_POLICIES } from './after-sale-policies';
import { BENEFIT_POLICIES } from './benefit-policies';
import { BUSINESS_POLICIES } from './business-policies';
import { DISPUTE_POLICIES } from './dispute-policies';
import { TRACE_POLICIES } from './trace-policies';
import { WATCHING_POLICIES } from './watching-policies';

const LAW = '消费者权益保护法第25条（2014-03-15起施行）';
const OURS = '平台规则初始设定，可按规则变更程序调整';

/** Numbers of law stand from the day of the law, ours from the day the platform's rules begin. */
const OF_THE_HOUSE: readonly Policy[] = [
  since('2014-03-15', 'afterSale.windowDays', 7, LAW),
  since('2026-01-01', 'afterSale.perishableWindowDays', 2, `${LAW}：鲜活易腐不适用无理由退货；两日坏损申报期为${OURS}`),
  since('2026-01-01', 'order.payWithinMinutes', 30, OURS),
  since('2026-01-01', 'order.unpaidMost', { address: 60, account: 10, phone: 10 }, OURS),
  since('2026-01-01', 'cart.newPerHour', 300, OURS),
  since(
    '2026-01-01',
    'promotion.stacking',
    {
      order: ['flashPrice', 'campaignPrice', 'fullReduction', 'coupon'],
      excludes: [
        ['flashPrice', 'campaignPrice'],
        ['flashPrice', 'coupon'],
      ],
    },
    OURS,
  ),
  since('2026-01-01', 'cart.guestDays', 30, `${OURS}：个人信息保护法第19条，保存期限为实现目的所必要的最短时间`),
  since('2026-01-01', 'fee.platformBp', 0, `不收交易服务费，与832平台一致；${OURS}`),
  since('2026-01-01', 'settlement.period', 'daily', OURS),
  since('2026-01-01', 'ledger.openDifferenceMostFen', 0, `对账差异逐笔结案后方可关账；${OURS}`),
  since('2026-01-01', 'payout.accountHoldHours', 72, `变更收款账户后的核对期；${OURS}`),
  since('2026-01-01', 'breakdown.minOrders', 20, `${OURS}：避免从少数订单推知个人所得`),
  since('2026-01-01', 'breakdown.minHouseholds', 10, `${OURS}：避免从少数农户推知个人所得`),
  since('2026-01-01', 'admission.standardCommentDays', 7, `电子商务法第34条：修改规则须公开征求意见；期限为${OURS}`),
  since(
    '2019-01-01',
    'admission.standardNoticeDays',
    7,
    '电子商务法第34条：修改内容至少在实施前七日公示（2019-01-01起施行）',
  ),
  since('2026-01-01', 'admission.documentMaxBytes', 10_485_760, OURS),
  since('2026-01-01', 'admission.documentMaxPages', 60, OURS),
  since('2026-01-01', 'admission.documentMaxPixels', 40_000_000, OURS),
  since('2026-01-01', 'admission.documentsMax', 60, OURS),
  since('2026-01-01', 'admission.validYears', 3, `认定有效期各地为一至三年，每年复核；${OURS}`),
  since('2026-01-01', 'admission.claimMinutes', 30, OURS),
  since('2026-01-01', 'admission.recommendWorkingDays', 10, `县级推荐时限；${OURS}`),
  since('2026-01-01', 'admission.reviewWorkingDays', 10, `平台审核时限；${OURS}`),
  since('2026-01-01', 'admission.correctionWorkingDays', 15, `补正时限；${OURS}`),
  since('2026-01-01', 'admission.noticeWorkingDays', 7, `公示期各地为五至七个工作日；${OURS}`),
  since('2026-01-01', 'admission.creditSnapshotDays', 30, `信用查询须在审核前三十日内；${OURS}`),
  since('2026-01-01', 'admission.testReportMonths', 12, `检测报告各地要求六至十二个月内；${OURS}`),
  since('2026-01-01', 'admission.peerToleranceBp', 2_000, `价格不虚高（三要素）；比对幅度为${OURS}`),
  since(
    '2026-01-01',
    'admission.annualValueFen',
    50_000_000,
    '中国乡村发展志愿服务促进会《消费帮扶产品认定办法》（2024）：商品价值量五十万元以上',
  ),
  since('2026-01-01', 'admission.recognitionYears', 3, `认定有效期各地为一至三年，每年复核；${OURS}`),
];

/** What every house begins with; from then on operators change it. */
export const POLICIES: readonly Policy[] = [
  ...OF_THE_HOUSE,
  ...WATCHING_POLICIES,
  ...TRACE_POLICIES,
  ...BENEFIT_POLICIES,
  ...AFTER_SALE_POLICIES,
  ...DISPUTE_POLICIES,
  ...BUSINESS_POLICIES,
];

function since<Key extends Policy['key']>(
  effectiveFrom: string,
  key: Key,
  value: Policy<Key>['value'],
  source: string,
): Policy<Key> {
  return { key, value, effectiveFrom, effectiveTo: null, source };
}
