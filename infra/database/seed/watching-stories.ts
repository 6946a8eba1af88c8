import { watch } from '@xihuo/admission';
import { must, time } from '@xihuo/kernel';
import { statement, type Tx } from '@xihuo/platform';
import { actingIn, Cast } from './cast';
import { organisationIds } from './lookups';
import type { SeedKit, SeedStep } from './step';

/** All that these sell, others sell too: the shop stays whole whatever happens to them. */
const WARNED = 'S004';
const WARNED_AND_APPEALS = 'S011';
const RECTIFIES = 'S113';
const SUSPENDED = 'S045';
const WANTS_TO_LEAVE = 'S080';

type Measure = Parameters<typeof watch.impose>[2]['kind'];
type Case = Parameters<typeof watch.openCase>[1];

const measureNow = statement<{ id: string; row_version: number }>(
  'seed.measure_now',
  'select id, row_version from admission.measure where supplier_id = $1 order by id desc limit 1',
);
const caseNow = statement<{ row_version: number }>(
  'seed.case_now',
  'select row_version from admission.watch_case where id = $1',
);

interface Found extends Pick<Case, 'ground' | 'summary'> {
  readonly reviewer: number;
  readonly kind: Measure;
  readonly reason: string;
}

/** A reviewer opens a case and imposes what it calls for. */
function imposed(reference: string, daysAgo: number, { reviewer, kind, reason, ...found }: Found): SeedStep {
  return {
    name: `watching.${reference}.${kind}`,
    daysAgo,
    run: async (tx, kit) => {
      const by = actingIn(tx)((await Cast.of(tx)).reviewer(reviewer));
      const supplierId = (await organisationIds(tx)).of(reference);
      const { id } = await watch.openCase(by, { supplierId, ...found });
      const [opened] = await tx.sql(caseNow, [id]);
      await watch.impose(by, kit, { id, version: opened!.row_version, kind, reason });
    },
  };
}

/** What the supplier does about the measure against it. */
function answers(
  reference: string,
  { name, daysAgo }: { name: string; daysAgo: number },
  answer: (clerk: Tx, measure: { id: string; version: number }, kit: SeedKit) => Promise<unknown>,
): SeedStep {
  return {
    name: `watching.${reference}.${name}`,
    daysAgo,
    run: async (tx, kit) => {
      const [measure] = await tx.sql(measureNow, [(await organisationIds(tx)).of(reference)]);
      must(measure, `a measure against ${reference} is there`);
      const clerk = actingIn(tx)((await Cast.of(tx)).clerk(reference));
      await answer(clerk, { id: measure.id, version: measure.row_version }, kit);
    },
  };
}

/** In their last month, week and day when the demo begins. */
const ENDING = [
  { reference: 'S028', kind: 'greenFood', number: 'LB-示例-2028', days: 30 },
  { reference: 'S029', kind: 'organic', number: 'YJ-示例-2029', days: 7 },
  { reference: 'S034', kind: 'greenFood', number: 'LB-示例-2034', days: 1 },
] as const;
const HANDED_IN = { reference: 'S039', kind: 'organic', number: 'YJ-示例-2039', days: 700 } as const;

const certificatesIn = statement<{ id: string; row_version: number }>(
  'seed.certificates_in',
  `select id, row_version from admission.certificate where number = any($1::text[]) and state = 'handedIn' order by id`,
);

async function handIn(
  tx: Tx,
  { reference, kind, number, days }: (typeof ENDING)[number] | typeof HANDED_IN,
): Promise<void> {
  const clerk = actingIn(tx)((await Cast.of(tx)).clerk(reference));
  const supplierId = (await organisationIds(tx)).of(reference);
  const validUntil = time.addDays(time.businessDate(tx.now), days);
  await watch.handInCertificate(clerk, { supplierId, kind, number, validUntil, scope: '' });
}

async function verifyEnding(tx: Tx, kit: SeedKit): Promise<void> {
  const reviewer = actingIn(tx)((await Cast.of(tx)).reviewer(0));
  for (const { id, row_version: version } of await tx.sql(certificatesIn, [ENDING.map(({ number }) => number)])) {
    await watch.judgeCertificate(reviewer, kit, { id, version, verdict: 'valid', note: '' });
  }
}

const planNow = statement<{ id: string; row_version: number }>(
  'seed.plan_now',
  'select id, row_version from admission.spot_check_plan order by id desc limit 1',
);
const firstSample = statement<{ id: string; row_version: number }>(
  'seed.first_sample',
  'select id, row_version from admission.spot_check_sample order by id limit 1',
);

async function plan(tx: Tx): Promise<void> {
  const planner = actingIn(tx)((await Cast.of(tx)).reviewer(0));
  await watch.planSpotCheck(planner, {
    ...{ title: '甘肃秋季产品抽检（示例）', purpose: '农药残留与标签标识', regionPrefix: '62', sampleSize: 4 },
  });
}

/** By another than planned it, and by a lot that anybody can draw again. */
async function draw(tx: Tx): Promise<void> {
  const drawer = actingIn(tx)((await Cast.of(tx)).reviewer(1));
  const [planned] = await tx.sql(planNow);
  await watch.drawPlan(drawer, { id: planned!.id, version: planned!.row_version }, '示例抽签-2026');
}

async function takeOne(tx: Tx): Promise<void> {
  const taker = actingIn(tx)((await Cast.of(tx)).reviewer(1));
  const [sample] = await tx.sql(firstSample);
  const on = time.businessDate(tx.now);
  await watch.takeSample(taker, {
    ...{ id: sample!.id, version: sample!.row_version, takenOn: on, lotCode: '示例批次', quantity: '2 kg' },
    ...{ place: '示例仓库', sealNumber: '示例封样-001' },
  });
  const [taken] = await tx.sql(firstSample);
  await watch.sendSample(taker, {
    ...{ id: taken!.id, version: taken!.row_version, sentOn: on, laboratory: '示例检测机构' },
  });
}

/** What goes on after the admission, one of each kind, all of it still open when the demo begins. */
export const watchingStories: readonly SeedStep[] = [
  imposed(WARNED, 25, {
    ...{ ground: 'EXT-13', reviewer: 0, kind: 'warning', summary: '九月有四单发货超过承诺时限' },
    reason: '九月四单逾期发货，未事先告知买家，予以警示。',
  }),
  imposed(SUSPENDED, 14, {
    ...{ ground: 'EXT-03', reviewer: 2, kind: 'suspension', summary: '两批产品的原料来源凭证不全' },
    reason: '两批产品不能说明原料来源，查清前暂停销售。',
  }),
  imposed(RECTIFIES, 9, {
    ...{ ground: 'EXT-01', reviewer: 1, kind: 'rectification', summary: '抽检发现标签净含量标注不规范' },
    reason: '两种产品标签净含量标注不规范，限期整改。',
  }),
  answers(RECTIFIES, { name: 'plan', daysAgo: 7 }, (clerk, at, kit) =>
    watch.plan(clerk, kit, {
      ...at,
      rootCause: '更换包装供应商后未复核标签样稿',
      correctiveAction: '库存产品换贴标签，未售部分暂缓发货',
      preventiveAction: '新标签启用前由质检员双人签字',
    }),
  ),
  imposed(WARNED_AND_APPEALS, 6, {
    ...{ ground: 'EXT-11', reviewer: 0, kind: 'warning', summary: '三十日内坏损投诉偏多' },
    reason: '三十日内坏损投诉六起，包装不足，予以警示。',
  }),
  answers(WARNED_AND_APPEALS, { name: 'appeal', daysAgo: 3 }, (clerk, at, kit) =>
    watch.appeal(clerk, kit, {
      ...{ ...at, statement: '六起中四起系承运商途中倾覆，已由承运商赔付，请撤销警示。' },
      files: [],
    }),
  ),
  {
    name: `watching.${WANTS_TO_LEAVE}.leaving`,
    daysAgo: 5,
    run: async (tx, kit) => {
      const clerk = actingIn(tx)((await Cast.of(tx)).clerk(WANTS_TO_LEAVE));
      const supplierId = (await organisationIds(tx)).of(WANTS_TO_LEAVE);
      await watch.askToLeave(clerk, kit, { supplierId, reason: '企业转为来料加工，不再直接销售' });
    },
  },
  { name: 'watching.spotCheck.planned', daysAgo: 8, run: plan },
  { name: 'watching.spotCheck.drawn', daysAgo: 7, run: draw },
  { name: 'watching.spotCheck.taken', daysAgo: 5, run: takeOne },
  {
    name: 'watching.certificates.handedIn',
    daysAgo: 0,
    run: async (tx) => {
      for (const certificate of [...ENDING, HANDED_IN]) await handIn(tx, certificate);
    },
  },
  { name: 'watching.certificates.verified', daysAgo: 0, run: verifyEnding },
];
