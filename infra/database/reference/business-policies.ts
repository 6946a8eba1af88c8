import type { Policy } from '@xihuo/registry';

const LAW = '《保障中小企业款项支付条例》（国务院令第802号，2025-06-01起施行）第九条';
const OURS = '平台规则初始设定，可按规则变更程序调整';

type Setting = readonly [Policy['key'], number, string, string?];

const SETTINGS: readonly Setting[] = [
  ['purchase.publicTermDays', 30, `${LAW}：机关、事业单位自交付之日起30日内付款`, '2025-06-01'],
  ['purchase.publicTermMostDays', 60, `${LAW}：合同另有约定的，最长不得超过60日`, '2025-06-01'],
  ['purchase.firmTermDays', 60, `${LAW}：大型企业自交付之日起60日内付款`, '2025-06-01'],
  ['purchase.termMostDays', 90, `大型企业可合理约定付款期限；${OURS}`],
  ['purchase.payFirstDays', 3, OURS],
  ['purchase.aloneDays', 1, OURS],
  ['purchase.creditAtOnceBp', 3000, `到货当场拒收且附照片的，不超过该供应商货款三成时当即冲减；${OURS}`],
  ['purchase.remindDays', 5, OURS],
  ['purchase.invoiceIssueDays', 7, `《发票管理办法》第十八条：收款方应向付款方开具发票；期限为${OURS}`],
  ['purchase.invoiceCheckDays', 7, OURS],
];

export const BUSINESS_POLICIES: readonly Policy[] = SETTINGS.map(([key, value, source, since = '2026-01-01']) => ({
  ...{ key, value, source },
  effectiveFrom: since,
  effectiveTo: null,
})) as Policy[];
