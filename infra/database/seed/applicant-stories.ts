import { review } from '@xihuo/admission';
import { must } from '@xihuo/kernel';
import { statement, type Tx } from '@xihuo/platform';
import { apply, applicationNow, fillIn, sceneOfApplying } from './apply';
import { actingIn, Cast, type Department } from './cast';
import { reviewAll, signFor, takeUp } from './judge';
import { organisationIds } from './lookups';
import { newcomer, RETURNING, returning, WAITS_FOR_COUNTY, WRITES } from './newcomers';
import type { SeedKit, SeedStep } from './step';

const noticeNow = statement<{ id: string }>(
  'seed.notice_now',
  `select id from admission.public_notice where subject_kind = 'application' and subject_id = $1 and state = 'open'`,
);

const applies = (reference: string, daysAgo: number): SeedStep => ({
  name: `applicants.${reference}.applied`,
  daysAgo,
  run: (tx, kit) => apply(tx, kit, [rowOf(reference)]),
});
const signs = (reference: string, department: Department, daysAgo: number): SeedStep => ({
  name: `applicants.${reference}.${department}`,
  daysAgo,
  run: (tx, kit) => signFor(tx, kit, { suppliers: [rowOf(reference)], department }),
});
const reviews = (reference: string, turn: 0 | 1, daysAgo: number): SeedStep => ({
  name: `applicants.${reference}.review${turn + 1}`,
  daysAgo,
  run: (tx, kit) => reviewAll(tx, kit, { suppliers: [rowOf(reference)], turn }),
});

function rowOf(reference: string) {
  return reference.startsWith('N') ? newcomer(reference) : returning(reference);
}

const { renewedFoodLicence, renewedLicence, rightCode } = RETURNING;

/** Applications under way when the demo is looked at, one at every desk. */
export const applicantStories: readonly SeedStep[] = [
  applies(renewedFoodLicence, 20),
  signs(renewedFoodLicence, 'agriculture', 18),
  signs(renewedFoodLicence, 'revitalisation', 17),
  reviews(renewedFoodLicence, 0, 6),
  reviews(renewedFoodLicence, 1, 4),
  { name: `applicants.${renewedFoodLicence}.objection`, daysAgo: 2, run: objectToNotice },
  applies(rightCode, 16),
  signs(rightCode, 'agriculture', 14),
  signs(rightCode, 'revitalisation', 13),
  { name: `applicants.${rightCode}.corrections`, daysAgo: 6, run: askForCorrections },
  applies(renewedLicence, 12),
  signs(renewedLicence, 'agriculture', 9),
  signs(renewedLicence, 'revitalisation', 8),
  reviews(renewedLicence, 0, 2),
  { name: `applicants.${renewedLicence}.claimed`, daysAgo: 0, run: claimSecond },
  applies(WAITS_FOR_COUNTY, 5),
  signs(WAITS_FOR_COUNTY, 'agriculture', 3),
  { name: `applicants.${WRITES}.draft`, daysAgo: 1, run: leaveDraft },
];

async function applicationOf(tx: Tx, reference: string) {
  const [application] = await tx.sql(applicationNow, [(await organisationIds(tx)).of(reference)]);
  must(application, `${reference} has applied`);
  return application;
}

/** A neighbour objects while it hangs out; a reviewer who had no part in it will answer. */
async function objectToNotice(tx: Tx, kit: SeedKit): Promise<void> {
  const { id } = await applicationOf(tx, renewedFoodLicence);
  const [notice] = await tx.sql(noticeNow, [id]);
  must(notice, 'the application hangs out');
  await review.objectTo(tx.as({ kind: 'guest' }, tx.requestId), kit, {
    noticeId: notice.id,
    contact: { name: '示例村民', phone: '10000099001' },
    statement: '该企业去年收购鲜叶时有两户款项拖延较久，请核实后再准入。',
  });
}

async function askForCorrections(tx: Tx, kit: SeedKit): Promise<void> {
  const cast = await Cast.of(tx);
  const { id: applicationId } = await applicationOf(tx, rightCode);
  const reviewer = actingIn(tx)(cast.reviewer(0));
  await takeUp(reviewer, applicationId);
  await review.requestCorrections(reviewer, kit, {
    ...{ applicationId, version: (await applicationOf(tx, rightCode)).row_version },
    reason: '营业执照住所与申请填写不一致，利益联结说明过于笼统，请补正。',
    fields: [
      { pointer: '/subject/address', note: '请按营业执照填写到村组' },
      { pointer: '/linkage/description', note: '请写明收购保底价与结算周期' },
    ],
  });
}

/** The first reviewer has decided; the second one is at it. */
async function claimSecond(tx: Tx): Promise<void> {
  const cast = await Cast.of(tx);
  const { id } = await applicationOf(tx, renewedLicence);
  await takeUp(actingIn(tx)(cast.reviewer(Number(renewedLicence.slice(1)) + 1)), id);
}

async function leaveDraft(tx: Tx, kit: SeedKit): Promise<void> {
  const scene = await sceneOfApplying(tx);
  const row = newcomer(WRITES);
  await fillIn(actingIn(tx)(scene.cast.clerk(WRITES)), kit, {
    ...{ row, organisations: scene.organisations, farmers: scene.farmers },
    unfinished: true,
  });
}
