import { standards } from '@xihuo/admission';
import { must, time } from '@xihuo/kernel';
import { statement, type Tx } from '@xihuo/platform';
import { actingIn, Cast } from './cast';
import { firstStandard } from './standard';
import type { SeedKit, SeedStep } from './step';

export const COMING = '2027-1';

const TITLE = { zh: '消费帮扶产品供应商准入标准（2027-1）', en: 'Admission standard 2027-1' };
const SUMMARY = {
  zh: '县级推荐之后增加市级核查一环；其余条款和核对方式不变。',
  en: 'After the county recommends, the city checks too. All else stays.',
};
const COMMENT_DAYS = 20;

const draftNow = statement<{ row_version: number }>(
  'seed.standard_draft',
  'select row_version from admission.standard_draft where version = $1',
);

async function version(tx: Tx): Promise<number> {
  const [draft] = await tx.sql(draftNow, [COMING]);
  must(draft, 'the coming standard is being drafted');
  return draft.row_version;
}

/** Next year's standard: drafted by one operator, and before the public. */
async function draft(tx: Tx): Promise<void> {
  const operator = actingIn(tx)((await Cast.of(tx)).operator(0));
  const { version: basedOn, criteria, source } = firstStandard();
  await standards.begin(operator, { standard: COMING, basedOn, title: TITLE });
  await standards.edit(operator, COMING, await version(tx), {
    ...{ title: TITLE, summary: SUMMARY, checkLevels: ['city'], source },
    criteria: criteria.map(({ appliesTo, ...criterion }) => {
      must(!appliesTo, 'the first standard asks the same of everybody');
      return { ...criterion, checks: [...criterion.checks] };
    }),
  });
}

async function putBeforePublic(tx: Tx, kit: SeedKit): Promise<void> {
  const operator = actingIn(tx)((await Cast.of(tx)).operator(0));
  const until = time.addDays(time.businessDate(tx.now), COMMENT_DAYS);
  await standards.openComments(operator, kit.notices, { standard: COMING, version: await version(tx), until });
}

async function comment(tx: Tx): Promise<void> {
  await standards.comment(tx.as({ kind: 'guest' }, tx.requestId), COMING, {
    authorName: '示例合作社理事',
    statement: '签署的协议能否接受村集体统一签订、农户按手印的样式？散户逐份签订成本较高。',
  });
}

export const comingStandard: readonly SeedStep[] = [
  { name: 'standards.coming.draft', daysAgo: 12, run: draft },
  { name: 'standards.coming.comments', daysAgo: 8, run: putBeforePublic },
  { name: 'standards.coming.comment', daysAgo: 3, run: comment },
];
