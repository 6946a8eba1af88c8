import type { Policy } from '@xihuo/registry';

const WAGE =
  '最低工资规定（劳动和社会保障部令第21号，2004-03-01起施行）：不得低于当地最低工资标准；各省标准以公布文件为准，此处为初始数值，启用前请按当地标准核对';
const LAW =
  '农民专业合作社法第44条（2017年修订，2018-07-01起施行）：按交易量（额）比例返还总额不低于可分配盈余的百分之六十';
const OURS = '平台规则初始设定，可按规则变更程序调整';

const since = <Key extends Policy['key']>(
  effectiveFrom: string,
  key: Key,
  value: Policy<Key>['value'],
  source: string,
): Policy<Key> => ({ key, value, effectiveFrom, effectiveTo: null, source });

/** Settings of agreements, work and what is owed. Law from the day of the law, ours from the day the platform's rules begin. */
export const BENEFIT_POLICIES: readonly Policy[] = [
  since(
    '2026-01-01',
    'benefit.leastDayWageFen',
    { '': 8_500, '15': 8_800, '50': 8_900, '51': 8_800, '62': 8_600 },
    WAGE,
  ),
  since('2026-01-01', 'benefit.workContestDays', 7, `见证用工记录的异议期；${OURS}`),
  since('2026-01-01', 'benefit.outsideAnswerDays', 30, `线下付款的确认期；${OURS}`),
  since('2026-01-01', 'benefit.outsideWitnessDays', 15, `有见证签收的线下付款的异议期；${OURS}`),
  since('2026-01-01', 'benefit.payWithinDays', 30, `应得款项的兑付期限，合同另有更早约定的从其约定；${OURS}`),
  since('2026-01-01', 'benefit.contestAnswerDays', 15, `供应商答复异议的期限；${OURS}`),
  since('2018-07-01', 'benefit.leastVolumeBp', 6_000, LAW),
];
