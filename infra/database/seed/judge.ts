import { review } from '@xihuo/admission';
import { reviewing } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import { statement, type Tx } from '@xihuo/platform';
import { applicationNow } from './apply';
import { actingIn, Cast, type Department, type Person } from './cast';
import { organisationIds, type Ids } from './lookups';
import { productRows } from './products';
import type { SeedKit } from './step';
import { firstStandard } from './standard';
import type { SupplierRow } from './suppliers';

type Tick = Parameters<typeof review.saveTicks>[1]['items'][number];
type Snapshot = Parameters<typeof review.noteCredit>[2]['snapshots'][number];

/** Why the data says that a supplier is refused, as its applicant reads it. */
export const REFUSALS: Readonly<Record<string, string>> = {
  'county not listed': '注册地所在县不在脱贫县和国家乡村振兴重点帮扶县名单内',
  'SC class missing: no SC licence held for class 101': '未持有产品所需类别（101）的食品生产许可证',
  'SC class missing: licence held is class 101, product needs 114': '所持食品生产许可证类别为 101，产品需要类别 114',
  'SC licence expired': '食品生产许可证已过有效期',
  'business licence expired': '营业执照已过有效期',
  'trader without mandate': '贸易企业未取得生产者的代理委托',
  'trader whose mandate comes from a refused producer': '委托其销售的生产者未获准入',
  'no linked households': '没有联农带农的农户及协议',
  'USCC check character wrong': '统一社会信用代码校验位不符',
  'on the serious dishonesty list': '被列入严重违法失信名单',
};

export function refusalOf({ reference, expected: { reason } }: SupplierRow): string {
  const words = reason === null ? undefined : REFUSALS[reason];
  must(words, `${reference} is refused for a reason we have words for`);
  return words;
}

/** These the county does not recommend; everything else shows only when the platform reviews. */
const REFUSED_BY_COUNTY: Readonly<Record<string, Department>> = {
  'ADM-S02': 'agriculture',
  'ADM-S04': 'revitalisation',
};

const OPINIONS: Readonly<Record<Department, string>> = {
  agriculture: '经实地了解，该主体在本县组织生产，产能与质量情况属实，同意推荐。',
  revitalisation: '利益联结协议和农户名单已核对，联农带农情况属实，同意推荐。',
};

interface Scene {
  readonly cast: Cast;
  readonly organisations: Ids;
}

async function sceneOf(tx: Tx): Promise<Scene> {
  return { cast: await Cast.of(tx), organisations: await organisationIds(tx) };
}

/** One department of each county signs, or refuses what it gates. */
export async function signFor(
  tx: Tx,
  kit: SeedKit,
  { suppliers, department }: { suppliers: readonly SupplierRow[]; department: Department },
): Promise<void> {
  const { cast, organisations } = await sceneOf(tx);
  for (const row of suppliers) {
    const [application] = await tx.sql(applicationNow, [organisations.of(row.reference)]);
    if (application?.state !== 'submitted') continue;
    const officer = actingIn(tx)(cast.officer(row.countyCode, department));
    const wanted = { applicationId: application.id, version: application.row_version };
    const { criterion } = row.expected;
    if (criterion !== null && REFUSED_BY_COUNTY[criterion] === department) {
      await review.reject(officer, kit, { ...wanted, reason: refusalOf(row), criterion });
      continue;
    }
    await review.recommend(officer, kit, {
      ...{ ...wanted, department, confirmed: reviewing.COUNTY_QUESTIONS[department], opinion: OPINIONS[department] },
      sealNumber: `示例${department === 'agriculture' ? '农' : '振'}〔2026〕${row.reference.slice(1)}`,
    });
  }
}

/** Each application gets two reviewers in turn, the second in a step of its own. */
export async function reviewAll(
  tx: Tx,
  kit: SeedKit,
  { suppliers, turn }: { suppliers: readonly SupplierRow[]; turn: 0 | 1 },
): Promise<void> {
  const { cast, organisations } = await sceneOf(tx);
  for (const row of suppliers) {
    const [application] = await tx.sql(applicationNow, [organisations.of(row.reference)]);
    if (application?.state !== 'countyRecommended' && application?.state !== 'underReview') continue;
    const reviewer = cast.reviewer(Number(row.reference.slice(1)) + turn);
    if (turn === 0) await askRegisters(actingIn(tx)(reviewer), kit, { applicationId: application.id, row });
    await reviewOne(tx, kit, { row, applicationId: application.id, reviewer });
  }
}

const reviewNow = statement<{ row_version: number }>(
  'seed.review_now',
  `select row_version from admission.review where application_id = $1 and reviewer_id = $2 and state = 'claimed'`,
);
const versionNow = statement<{ row_version: number }>(
  'seed.version_now',
  'select row_version from admission.application where id = $1',
);

/** Claims, declares, ticks every item and gives the verdict that the data calls for. */
async function reviewOne(
  tx: Tx,
  kit: SeedKit,
  { row, applicationId, reviewer }: { row: SupplierRow; applicationId: string; reviewer: Person },
): Promise<void> {
  const by = actingIn(tx)(reviewer);
  await takeUp(by, applicationId);
  const [claimed] = await tx.sql(reviewNow, [applicationId, reviewer.personId]);
  await review.saveTicks(by, { applicationId, version: claimed!.row_version, items: ticksOf(row) });
  const [application] = await tx.sql(versionNow, [applicationId]);
  const refused = row.expected.criterion !== null;
  await review.decide(by, kit, {
    ...{ applicationId, version: application!.row_version },
    verdict: refused ? 'reject' : 'approve',
    reason: refused ? `${row.expected.criterion}：${refusalOf(row)}` : '逐项核对，材料齐全、一致，同意准入。',
  });
}

/** Claims it, and says that nothing stands against judging it. */
export async function takeUp(by: Tx, applicationId: string): Promise<void> {
  await review.claim(by, applicationId);
  await review.declare(by, { applicationId, conflict: false, note: '' });
}

/** The four registers as they answered that day: all invented. */
async function askRegisters(
  by: Tx,
  kit: SeedKit,
  { applicationId, row }: { applicationId: string; row: SupplierRow },
): Promise<void> {
  const registers = ['seriousDishonesty', 'judgmentDefaulter', 'abnormalOperation', 'penalty'] as const;
  const queriedOn = time.businessDate(by.now);
  const snapshots = registers.map((register): Snapshot => {
    const listed = register === 'seriousDishonesty' && row.credit === 'serious';
    return {
      register,
      status: listed ? 'listed' : 'clear',
      reason: listed ? refusalOf(row) : '',
      queriedOn,
      source: '示例查询',
    };
  });
  await review.noteCredit(by, kit, { applicationId, snapshots });
}

const scClasses = new Map(productRows().map(({ reference, scClass }) => [reference, scClass]));
const CHECKLIST = firstStandard().criteria.filter(
  ({ id, subject, providedBy }) => providedBy !== '平台' && (subject === 'supplier' || id === 'ADM-P01'),
);
/** What a reviewer writes beside a tick. */
const NOTES: Readonly<Record<string, string>> = {
  'ADM-S01': '营业执照原件与登记信息一致',
  'ADM-S04': '协议与农户名单逐一比对',
  'ADM-S05': '县级两部门分别签署，印章文号齐全',
  'ADM-S07': '见信用查询记录',
  'ADM-S14': '材料审查，未单独安排现场核查',
  'ADM-S15': '首次申请，不适用年度复核',
};

function ticksOf(row: SupplierRow): Tick[] {
  const processed = row.kind !== 'trader' && row.products.some((reference) => scClasses.get(reference) != null);
  const idle = ['ADM-S15', ...(processed ? [] : ['ADM-P01'])];
  return CHECKLIST.map(({ id: criterion }): Tick => {
    if (criterion === row.expected.criterion) return { criterion, result: 'fail', note: refusalOf(row) };
    const result = idle.includes(criterion) ? 'notApplicable' : 'pass';
    return { criterion, result, note: NOTES[criterion] ?? '' };
  });
}

/** What a machine does every few minutes: whoever was before the public long enough, unopposed, is certified. */
export async function certifyAfterNotice(tx: Tx, kit: SeedKit): Promise<void> {
  for (let due = 1; due > 0;)
    due = await review.certifyDue(tx.as({ kind: 'system', name: 'certifyDue' }, tx.requestId), kit);
}
