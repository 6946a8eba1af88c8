import type { Policy } from '@xihuo/registry';

const LAW = '消费者权益保护法第25条（2014-03-15起施行）：经营者应当自收到退回商品之日起七日内返还价款';
const OURS = '平台规则初始设定，可按规则变更程序调整';

type Setting = readonly [Policy['key'], number, string, string?];

const SETTINGS: readonly Setting[] = [
  ['fulfilment.shipWithinHours', 72, OURS],
  ['fulfilment.autoReceiptDays', 10, OURS],
  ['fulfilment.extendReceiptDays', 5, `参照同类平台：买家可延长一次收货时间；${OURS}`],
  ['fulfilment.autoReceiptAfterDeliveryHours', 72, OURS],
  ['afterSale.answerHours', 48, `参照同类平台卖家须在48小时内处理；${OURS}`],
  ['afterSale.freshAnswerHours', 24, `鲜活易腐，申报后24小时内答复；${OURS}`],
  ['afterSale.returnDays', 7, OURS],
  ['afterSale.inspectDays', 7, LAW, '2014-03-15'],
  ['afterSale.replaceDays', 3, `参照同类平台：同意换货或补发后限期发出，逾期转退款；${OURS}`],
  ['afterSale.escalateDays', 7, `参照同类平台：商家拒绝后7日内可申请平台介入；${OURS}`],
];

export const AFTER_SALE_POLICIES: readonly Policy[] = SETTINGS.map(([key, value, source, since = '2026-01-01']) => ({
  ...{ key, value, source },
  effectiveFrom: since,
  effectiveTo: null,
})) as Policy[];
