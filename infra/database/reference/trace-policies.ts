import type { Policy } from '@xihuo/registry';

const CERTIFICATE =
  '农业农村部令2025年第4号（2026-02-01起施行）：蔬菜、水果、茶鲜叶、畜禽、禽蛋、养殖水产品等按批次开具承诺达标合格证，混装或分装后重新开具';
const QUARANTINE = '《动物防疫法》第五十一条（2021-05-01起施行）：经营和运输的动物产品，应当附有检疫证明、检疫标志';
const OURS = '平台规则初始设定，可按规则变更程序调整';
const BY_EXPERIENCE = `各品类经验得率，启用前请核对；${OURS}`;

const since = <Key extends Policy['key']>(
  effectiveFrom: string,
  key: Key,
  value: Policy<Key>['value'],
  source: string,
): Policy<Key> => ({ key, value, effectiveFrom, effectiveTo: null, source });

/** Settings of lots. Law from the day of the law, ours from the day the platform's rules begin. */
export const TRACE_POLICIES: readonly Policy[] = [
  since(
    '2026-02-01',
    'trace.certificateCategories',
    ['vegetable', 'mushroom', 'fruit', 'meat', 'egg', 'seafood-freshwater'],
    CERTIFICATE,
  ),
  since('2021-05-01', 'trace.quarantineCategories', ['meat'], QUARANTINE),
  since(
    '2026-01-01',
    'trace.grades',
    {
      '*': ['first', 'second', 'third', 'ungraded'],
      fruit: ['special', 'first', 'second', 'third', 'ungraded'],
      tea: ['special', 'first', 'second', 'third', 'ungraded'],
      mushroom: ['special', 'first', 'second', 'third', 'ungraded'],
      handicraft: ['ungraded'],
    },
    OURS,
  ),
  since(
    '2026-01-01',
    'trace.deliveryYieldBp',
    {
      '*': 9_500,
      tea: 2_200,
      processed: 5_500,
      'grain-oil': 6_000,
      mushroom: 1_500,
      'medicinal-food': 3_000,
      nut: 5_000,
      seasoning: 4_000,
      beverage: 6_000,
    },
    BY_EXPERIENCE,
  ),
  since('2026-01-01', 'trace.deliveryBackDays', 30, `补录期限；${OURS}`),
  since('2026-01-01', 'trace.witnessDays', 15, `见证交售的异议期；${OURS}`),
  since('2026-01-01', 'trace.contestDays', 30, `已确认交售的异议期；${OURS}`),
  since(
    '2026-01-01',
    'trace.processingYieldBp',
    {
      grading: { leastBp: 6_000, mostBp: 10_000 },
      mixing: { leastBp: 9_900, mostBp: 10_000 },
      splitting: { leastBp: 9_900, mostBp: 10_000 },
      drying: { leastBp: 500, mostBp: 5_000 },
      milling: { leastBp: 4_000, mostBp: 9_000 },
      pressing: { leastBp: 1_000, mostBp: 6_500 },
      slaughtering: { leastBp: 3_500, mostBp: 8_500 },
      roasting: { leastBp: 5_000, mostBp: 9_500 },
      pickling: { leastBp: 4_000, mostBp: 9_500 },
    },
    BY_EXPERIENCE,
  ),
];
