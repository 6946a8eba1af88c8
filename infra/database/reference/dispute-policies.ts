import type { Policy } from '@xihuo/registry';

const OURS = '平台规则初始设定，可按规则变更程序调整';
const ODR = '12315在线消费纠纷解决（ODR）：企业与消费者应在十个工作日内协商和解';
const COMPLAINTS =
  '市场监督管理投诉举报处理暂行办法第14条（七个工作日内决定是否受理）、第21条（四十五个工作日内终止调解）';

const since = <Key extends Policy['key']>(
  effectiveFrom: string,
  key: Key,
  value: Policy<Key>['value'],
  source: string,
): Policy<Key> => ({ key, value, effectiveFrom, effectiveTo: null, source });

/** Clocks of disputes. 电子商务法第63条 lets a platform settle disputes by published and fair rules. */
export const DISPUTE_POLICIES: readonly Policy[] = [
  since('2026-01-01', 'dispute.answerWorkingDays', 3, `供应商答复期限；${OURS}`),
  since('2026-01-01', 'dispute.escalateWorkingDays', 7, `买家申请平台介入期限；${OURS}`),
  since('2026-01-01', 'dispute.negotiationWorkingDays', 10, ODR),
  since('2026-01-01', 'dispute.evidenceWorkingDays', 3, `双方举证期限；${OURS}`),
  since('2026-01-01', 'dispute.mediationWorkingDays', 7, `平台作出决定期限；${OURS}`),
  since('2026-01-01', 'dispute.appealWorkingDays', 5, `申诉期限；${OURS}`),
  since('2026-01-01', 'dispute.appealDecisionWorkingDays', 7, `申诉复核期限；${OURS}`),
  since('2026-01-01', 'dispute.referralWorkingDays', 52, `七加四十五个工作日：${COMPLAINTS}`),
  since('2026-01-01', 'dispute.papersMax', 20, OURS),
];
