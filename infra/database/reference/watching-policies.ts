import type { Policy } from '@xihuo/registry';

const OURS = '平台规则初始设定，可按规则变更程序调整';
const FROM = '2026-01-01';

type Stages = NonNullable<Policy<'admission.ground.EXT'>['value']['stages']>;
const HOLD_THEN_EXIT: Stages = ['productDelisting', 'exit'];
const SUSPEND_THEN_EXIT: Stages = ['suspension', 'exit'];
const WARN_RECTIFY_DELIST: Stages = ['warning', 'rectification', 'productDelisting'];
const SUSPEND: Stages = ['suspension'];
const WARN_RECTIFY_SUSPEND: Stages = ['warning', 'rectification', 'suspension'];
const WARN_RECTIFY: Stages = ['warning', 'rectification'];
const EXIT: Stages = ['exit'];

/**
 * Ground, what the published list provides for, days to put it right, months barred, where the ground comes from. Days and months
 * are the platform's own proposals. Where it says exit, people propose and decide it; where it says suspension first, at once. Where each source was found stands in README.md.
 */
const GROUNDS: readonly (readonly [
  code: string,
  stages: Stages,
  rectificationDays: number | null,
  barMonths: number | null,
  source: string,
])[] = [
  ['EXT-01', HOLD_THEN_EXIT, 15, 24, '湖北省新闻发布会（2020-09-09）；荆州市扶贫产品认定（2020）'],
  ['EXT-02', SUSPEND_THEN_EXIT, null, 36, '消费者权益保护法第55、56条'],
  [
    'EXT-03',
    SUSPEND_THEN_EXIT,
    null,
    36,
    '832平台打假月通报（2023-06）：伪造原料产地证明；财办库〔2022〕273号：产地真实性监督检查',
  ],
  [
    'EXT-04',
    WARN_RECTIFY_DELIST,
    7,
    null,
    '湖北省新闻发布会（2020-09-09）：价格虚高；财办库〔2022〕273号：加强价格监测',
  ],
  ['EXT-05', SUSPEND_THEN_EXIT, null, 36, '湖北省新闻发布会（2020-09-09）：坚决防止打着消费扶贫的旗号敛财牟利'],
  ['EXT-06', SUSPEND_THEN_EXIT, null, 24, '832平台打假月通报（2023-06）；电子商务法第17条'],
  [
    'EXT-07',
    SUSPEND_THEN_EXIT,
    null,
    36,
    '中国乡村发展志愿服务促进会《消费帮扶产品认定办法》（2024）：不得弄虚作假；832平台打假月通报（2023-06）',
  ],
  ['EXT-08', SUSPEND, 30, null, '食品安全法第62条；电子商务法第12、27、29条'],
  ['EXT-09', SUSPEND, 30, null, '各地通行做法'],
  ['EXT-10', SUSPEND_THEN_EXIT, null, 36, '法释〔2013〕17号；市场监督管理严重违法失信名单管理办法'],
  ['EXT-11', WARN_RECTIFY_SUSPEND, 15, null, '财办库〔2022〕273号：用户评价管理'],
  ['EXT-12', SUSPEND, 7, 12, '电子商务法第62、63条'],
  ['EXT-13', WARN_RECTIFY, 7, null, '行业通行做法'],
  ['EXT-14', SUSPEND_THEN_EXIT, 10, 24, '利益联结义务；尚无成文规定'],
  ['EXT-15', SUSPEND_THEN_EXIT, 30, 0, '荆州市扶贫产品认定（2020）：每年底审查'],
  ['EXT-16', SUSPEND, null, 36, '食品安全法第62、131条'],
  ['EXT-17', EXIT, null, 0, '电子商务法第16条：自行终止提前三十日公示'],
  ['EXT-18', SUSPEND_THEN_EXIT, null, 24, '832平台打假月通报（2023-06）：抽查15家，处理3家'],
  ['EXT-19', EXIT, null, 0, '电子商务法第16、32条'],
  ['EXT-20', SUSPEND, 15, null, '财办库〔2022〕273号'],
];

/** What watching goes by: windows of hearing and appeal, reminders, re-checks, grounds, and the rules over what is reported. */
export const WATCHING_POLICIES: readonly Policy[] = [
  since('admission.statementWorkingDays', 5, OURS),
  since('admission.appealWorkingDays', 10, OURS),
  since('admission.appealAnswerWorkingDays', 15, OURS),
  since('admission.retestWorkingDays', 7, '食品安全法第88条：自收到检验结论之日起七个工作日内'),
  since('admission.voluntaryExitNoticeDays', 30, '电子商务法第16条：自行终止提前三十日公示'),
  since('admission.exitDays', 60, `在途订单、售后与农户款项的了结期限；${OURS}`),
  since('admission.expiryReminderDays', [30, 7, 1], OURS),
  since(
    'admission.expiryEffects',
    {
      businessLicence: 'suspension',
      foodProductionLicence: 'suspension',
      foodOperationLicence: 'suspension',
      mandate: 'suspension',
      testReport: 'productDelisting',
      greenFood: 'warning',
      organic: 'warning',
      geographicalIndication: 'warning',
    },
    `食品安全法第62条、电子商务法第27条；各类证照到期的后果为${OURS}`,
  ),
  since(
    'admission.creditEffects',
    { seriousDishonesty: 'suspension', judgmentDefaulter: 'suspension', abnormalOperation: 'suspension' },
    `法释〔2013〕17号；市场监督管理严重违法失信名单管理办法；经营异常移出前暂停交易为各地通行做法；${OURS}`,
  ),
  since('admission.productPapersMax', 200, OURS),
  since('admission.supplierPapersMax', 200, `每三十日；${OURS}`),
  since('admission.identityRecheckMonths', 6, '网络交易监督管理办法第24条：至少每六个月核验更新一次'),
  since('admission.annualRecheckMonths', 12, '荆州2020：每年底审查'),
  since('admission.recheckDays', 30, OURS),
  since('admission.warningMonths', 6, OURS),
  ...GROUNDS.map(([code, stages, rectificationDays, barMonths, source]) =>
    since(`admission.ground.${code}`, { stages, rectificationDays, barMonths }, `${source}；处置阶段与期限为${OURS}`),
  ),
  since(
    'admission.signalRule.complaints',
    {
      ...{ signal: 'complaint', per: 'order', mode: 'rate', windowDays: 90, least: 30, ground: 'EXT-11' },
      steps: [
        { at: 300, measure: 'case' },
        { at: 500, measure: 'warning' },
        { at: 1_500, measure: 'suspension' },
      ],
    },
    `滚动九十日投诉率；${OURS}`,
  ),
  since(
    'admission.signalRule.returns',
    {
      ...{ signal: 'return', per: 'order', mode: 'rate', windowDays: 90, least: 30, ground: 'EXT-11' },
      steps: [
        { at: 1_000, measure: 'case' },
        { at: 2_000, measure: 'warning' },
      ],
    },
    `滚动九十日退货率；${OURS}`,
  ),
  since(
    'admission.signalRule.lateShipments',
    {
      ...{ signal: 'lateShipment', per: 'order', mode: 'rate', windowDays: 30, least: 20, ground: 'EXT-13' },
      steps: [
        { at: 1_000, measure: 'case' },
        { at: 2_000, measure: 'warning' },
      ],
    },
    `滚动三十日逾期发货率；${OURS}`,
  ),
  since(
    'admission.signalRule.unpaidDues',
    {
      ...{ signal: 'unpaidDues', per: null, mode: 'days', windowDays: 60, least: 0, ground: 'EXT-14' },
      steps: [
        { at: 3, measure: 'case' },
        { at: 10, measure: 'warning' },
        { at: 30, measure: 'suspension' },
      ],
    },
    `农户应得逾期未付的天数；${OURS}`,
  ),
  since(
    'admission.signalRule.prices',
    {
      ...{ signal: 'priceAbovePeers', per: null, mode: 'days', windowDays: 30, least: 0, ground: 'EXT-04' },
      steps: [
        { at: 7, measure: 'case' },
        { at: 21, measure: 'warning' },
      ],
    },
    `高于同类价格的天数；${OURS}`,
  ),
  since(
    'admission.signalRule.massBalance',
    {
      ...{ signal: 'massBalance', per: null, mode: 'sum', windowDays: 90, least: 0, ground: 'EXT-03' },
      steps: [
        { at: 1, measure: 'case' },
        { at: 500_000, measure: 'suspension' },
      ],
    },
    `发货量超出批次来源的克数；${OURS}`,
  ),
  since(
    'admission.signalRule.selfDealing',
    {
      ...{ signal: 'selfDealing', per: null, mode: 'sum', windowDays: 90, least: 0, ground: 'EXT-06' },
      steps: [
        { at: 3, measure: 'case' },
        { at: 20, measure: 'suspension' },
      ],
    },
    `电子商务法第17条；供应商人员下单的笔数；${OURS}`,
  ),
  since(
    'admission.signalRule.sharedTracking',
    {
      ...{ signal: 'sharedTracking', per: null, mode: 'sum', windowDays: 90, least: 0, ground: 'EXT-06' },
      steps: [{ at: 2, measure: 'case' }],
    },
    `电子商务法第17条；不同收货人共用一个运单号的包裹数；${OURS}`,
  ),
  since(
    'admission.signalRule.awardsIgnored',
    {
      ...{ signal: 'awardIgnored', per: null, mode: 'sum', windowDays: 365, least: 0, ground: 'EXT-12' },
      steps: [{ at: 1, measure: 'suspension' }],
    },
    `电子商务法第62、63条；${OURS}`,
  ),
];

function since<Key extends Policy['key']>(key: Key, value: Policy<Key>['value'], source: string): Policy<Key> {
  return { key, value, effectiveFrom: FROM, effectiveTo: null, source };
}
