import { randomUUID } from 'node:crypto';
import type { Role } from '@xihuo/contract';
import { review } from '@xihuo/admission';
import { command, Notices, Vault, type Actor, type Grant, type Tx } from '@xihuo/platform';
import { testMasterKey } from '../template';
import { openField, type Field } from './field';

export type Person = Extract<Actor, { kind: 'person' }>;

/** A county in a prefecture, its neighbour, and one that hangs on its municipality directly. */
export const COUNTY = '610629';
export const NEIGHBOUR = '610630';
export const MUNICIPAL = '500101';

/** What reviewers tick under the standard of the desk. */
export const CHECKLIST = ['S01', 'S12'];

/** A field with a standard, applications that were handed in, and people of every part. */
export interface ReviewDesk extends Field {
  notices: Notices;
  vault: Vault;
  person(role: Role, jurisdiction?: string | null, organisationId?: string | null): Promise<Person>;
  /** Handed in by somebody of its own, under a standard with these levels. */
  application(wanted?: ApplicationWanted): Promise<{ id: string; supplierId: string; submitter: Person }>;
  version(applicationId: string): Promise<number>;
  state(applicationId: string): Promise<string>;
  /** As somebody, in a command of its own. */
  by<View>(actor: Actor, work: (tx: Tx) => Promise<View>): Promise<View>;
  /** Both departments sign; answers who. */
  recommended(applicationId: string): Promise<{ agriculture: Person; revitalisation: Person }>;
  /** The registers were asked today and are clear. */
  clear(applicationId: string): Promise<void>;
  /** Claims, declares, ticks all and gives a verdict. */
  judged(applicationId: string, reviewer: Person, verdict?: 'approve' | 'reject'): Promise<void>;
  /** All the way to the public notice. */
  published(applicationId: string): Promise<Person[]>;
}

export interface ApplicationWanted {
  countyCode?: string;
  levels?: ('city' | 'province')[];
  licenceValidUntil?: string;
}

/** @param field of one's own, such as a house whose routes are to be asked */
export async function openReviewDesk(field?: Field): Promise<ReviewDesk> {
  return deskIn(field ?? (await openField({ pool: 8 })));
}

async function deskIn(field: Field): Promise<ReviewDesk> {
  await field.rows(PLACES);
  await field.rows(POLICIES);
  for (const levels of LEVELS) {
    await field.rows(
      `insert into admission.standard (version, published_on, effective_from, criteria, check_levels, source)
       values ($1, '2020-01-01', '2020-02-01', $2, $3, 'test')
       on conflict do nothing`,
      [`test-${levels.join('-')}`, JSON.stringify(CRITERIA), levels],
    );
  }
  const vault = new Vault(testMasterKey);
  const base = { ...field, vault, notices: new Notices(vault) };
  const by: ReviewDesk['by'] = async (actor, work) =>
    (await command(field.database, { name: 'test', actor, requestId: randomUUID() }, work)).view;
  const desk: ReviewDesk = {
    ...base,
    by,
    person: (role, jurisdiction = null, organisationId = null) => person(field, { role, jurisdiction, organisationId }),
    application: (wanted = {}) => application(desk, wanted),
    version: (id) => field.count('select row_version from admission.application where id = $1', [id]),
    state: async (id) =>
      (await field.rows<{ state: string }>('select state from admission.application where id = $1', [id]))[0]!.state,
    recommended: (id) => recommended(desk, id),
    clear: (id) => clear(desk, id),
    judged: (id, reviewer, verdict = 'approve') => judged(desk, { id, reviewer, verdict }),
    published: (id) => published(desk, id),
  };
  return desk;
}

const LEVELS = [[], ['city'], ['province'], ['city', 'province']];

const CRITERIA = [
  criterion('S01', 'supplier', 'blocking', 'supplier', ['uscc@1', 'licenceTerm@1']),
  criterion('S12', 'supplier', 'scored', 'supplier', []),
  criterion('S06', 'supplier', 'blocking', 'platform operator', []),
  criterion('R01', 'process', 'process', 'county', []),
];

function criterion(id: string, subject: string, kind: string, providedBy: string, checks: string[]) {
  return { id, subject, kind, providedBy, checks, nameZh: id, nameEn: id, source: 'test' };
}

const PLACES = `
  insert into registry.region (code, name, level, parent_code, side, pinyin, province_code) values
    ('610000', '陕西省', 'province', null, 'west', 'shaanxi', '610000'),
    ('610600', '延安市', 'prefecture', '610000', 'west', 'yanan', '610000'),
    ('${COUNTY}', '洛川县', 'county', '610600', 'west', 'luochuan', '610000'),
    ('${NEIGHBOUR}', '宜川县', 'county', '610600', 'west', 'yichuan', '610000'),
    ('500000', '重庆市', 'province', null, 'west', 'chongqing', '500000'),
    ('${MUNICIPAL}', '万州区', 'county', '500000', 'west', 'wanzhou', '500000')
  on conflict do nothing`;

const POLICIES = `
  insert into registry.policy (key, value, effective_from, source) values
    ('admission.validYears', '3', '2020-01-01', 'test'),
    ('admission.claimMinutes', '30', '2020-01-01', 'test'),
    ('admission.recommendWorkingDays', '10', '2020-01-01', 'test'),
    ('admission.reviewWorkingDays', '10', '2020-01-01', 'test'),
    ('admission.correctionWorkingDays', '15', '2020-01-01', 'test'),
    ('admission.noticeWorkingDays', '7', '2020-01-01', 'test'),
    ('admission.creditSnapshotDays', '30', '2020-01-01', 'test'),
    ('admission.documentMaxBytes', '10485760', '2020-01-01', 'test'),
    ('admission.documentMaxPages', '60', '2020-01-01', 'test'),
    ('admission.documentMaxPixels', '40000000', '2020-01-01', 'test'),
    ('admission.productPapersMax', '200', '2020-01-01', 'test'),
    ('admission.supplierPapersMax', '200', '2020-01-01', 'test')
  on conflict do nothing`;

async function person(
  { rows }: Field,
  { role, jurisdiction, organisationId }: { role: Role; jurisdiction: string | null; organisationId: string | null },
): Promise<Person> {
  const personId = randomUUID();
  await rows(`insert into identity.person (id, display_name) values ($1, $2)`, [
    personId,
    `${role} ${personId.slice(0, 4)}`,
  ]);
  await rows(
    `insert into identity.role_grant (person_id, role, organisation_id, jurisdiction, granted_at, granted_by)
     values ($1, $2, $3, $4, now(), 'test')`,
    [personId, role, organisationId, jurisdiction],
  );
  const grant: Grant = { role, jurisdiction, organisationId, householdId: null };
  return { kind: 'person', personId, grants: [grant] };
}

async function application(
  desk: ReviewDesk,
  { countyCode = COUNTY, levels = [], licenceValidUntil }: ApplicationWanted,
) {
  const supplierId = randomUUID();
  await desk.rows(
    `insert into registry.organisation (id, reference, name_zh, name_en, kind, county_code)
     values ($1::uuid, $1::text, '示例合作社' || left($1::text, 4), 'Example cooperative', 'cooperative', $2)`,
    [supplierId, countyCode],
  );
  const submitter = await desk.person('supplier', null, supplierId);
  const evidence = {
    declared: {
      ...{ uscc: '93150125YY0001004B', kind: 'cooperative', countyCode, licenceValidUntil: licenceValidUntil ?? null },
      ...{ foodLicences: [], products: [], linkage: { households: 12, models: ['contractPurchase'] } },
    },
    lookedUp: { countyLists: [], credit: 'clear', mandate: null },
  };
  const [row] = await desk.rows<{ id: string }>(
    `insert into admission.application (supplier_id, kind, county_code, state, evidence, standard_version, submitted_at, submitted_by)
     values ($1, 'cooperative', $2, 'submitted', $3, $4, platform.business_now(), $5) returning id`,
    [supplierId, countyCode, JSON.stringify(evidence), `test-${levels.join('-')}`, submitter.personId],
  );
  return { id: row!.id, supplierId, submitter };
}

/** What each department answers for. */
const CONFIRMED = {
  agriculture: ['producesHere', 'supplyCapacity', 'quality'],
  revitalisation: ['linkageReal', 'householdsNamed', 'incomeEffect'],
};

async function recommended(desk: ReviewDesk, applicationId: string) {
  const [{ county_code: county } = { county_code: COUNTY }] = await desk.rows<{ county_code: string }>(
    'select county_code from admission.application where id = $1',
    [applicationId],
  );
  const signers = {
    agriculture: await desk.person('countyAgriculture', county),
    revitalisation: await desk.person('countyRevitalisation', county),
  };
  for (const department of ['agriculture', 'revitalisation'] as const) {
    const version = await desk.version(applicationId);
    const wanted = { applicationId, version, department, confirmed: CONFIRMED[department], opinion: '同意推荐' };
    await desk.by(signers[department], (tx) => review.recommend(tx, desk, wanted));
  }
  return signers;
}

async function clear(desk: ReviewDesk, applicationId: string): Promise<void> {
  const [{ today } = { today: '' }] = await desk.rows<{ today: string }>(
    `select to_char(platform.business_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today`,
  );
  const registers = ['seriousDishonesty', 'judgmentDefaulter', 'abnormalOperation', 'penalty'] as const;
  const answer = { status: 'clear', reason: '', queriedOn: today, source: 'test' } as const;
  const snapshots = registers.map((register) => ({ register, ...answer }));
  const asker = await desk.person('reviewer');
  await desk.by(asker, (tx) => review.noteCredit(tx, desk, { applicationId, snapshots }));
}

async function judged(
  desk: ReviewDesk,
  { id, reviewer, verdict }: { id: string; reviewer: Person; verdict: 'approve' | 'reject' },
): Promise<void> {
  await desk.by(reviewer, (tx) => review.claim(tx, id));
  await desk.by(reviewer, (tx) => review.declare(tx, { applicationId: id, conflict: false, note: '' }));
  const version = await desk.count(
    `select row_version from admission.review where application_id = $1 and reviewer_id = $2 and state = 'claimed'`,
    [id, reviewer.personId],
  );
  const tick = (criterion: string) =>
    verdict === 'approve'
      ? ({ criterion, result: 'pass', note: '原件一致' } as const)
      : ({ criterion, result: 'fail', note: '不符' } as const);
  await desk.by(reviewer, (tx) => review.saveTicks(tx, { applicationId: id, version, items: CHECKLIST.map(tick) }));
  const wanted = { applicationId: id, version: await desk.version(id), verdict, reason: '逐项核对完毕' };
  await desk.by(reviewer, (tx) => review.decide(tx, desk, wanted));
}

async function published(desk: ReviewDesk, id: string): Promise<Person[]> {
  await desk.recommended(id);
  await desk.clear(id);
  const reviewers = [await desk.person('reviewer'), await desk.person('reviewer')];
  for (const reviewer of reviewers) await desk.judged(id, reviewer);
  return reviewers;
}
