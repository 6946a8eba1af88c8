import { time } from '@xihuo/kernel';
import { cursorAt } from '@xihuo/platform';
import { firstStandard, openReviewDesk, type ReviewDesk } from '@xihuo/testing';
import type { Criterion } from '../../rules/standard';
import { publishStandard } from '../publish-standard';
import { answerOnStandard, commentOnStandard } from './comment-on-standard';
import { standardOn } from '../../store/application.sql';
import { beginDraft, editDraft, type DraftContent } from './draft-standard';
import { openComments, publishStandardDraft, reviseDraft, withdrawDraft } from './move-standard';
import { listDrafts, listStandards, readDraft, readStandard } from './read-standards';

type Person = Awaited<ReturnType<ReviewDesk['person']>>;

let desk: ReviewDesk;
let drafter: Person;
let other: Person;
let day: (days: number) => string;
beforeAll(async () => {
  desk = await openReviewDesk();
  await desk.rows('delete from admission.standard');
  await desk.rows(`insert into registry.policy (key, value, effective_from, source) values
    ('admission.standardCommentDays', '7', '2020-01-01', 'test'), ('admission.standardNoticeDays', '7', '2020-01-01', 'test')`);
  const first = await firstStandard();
  await desk.does((tx) => publishStandard(tx, first));
  [drafter, other] = [await desk.person('operator'), await desk.person('operator')];
  const [{ now }] = (await desk.rows<{ now: Date }>('select platform.business_now() as now')) as [{ now: Date }];
  day = (days) => time.addDays(time.businessDate(now), days);
});
afterAll(() => desk?.close());

let count = 100;
const begun = async () => {
  const standard = `2030-${(count += 1)}`;
  await desk.by(drafter, (tx) =>
    beginDraft(tx, { standard, basedOn: '2026-1', title: { zh: '标准', en: 'Standard' } }),
  );
  return standard;
};
const version = async (standard: string) => (await readDraft(desk.database, standard)).version;
const open = async (standard: string) =>
  desk.by(drafter, async (tx) =>
    openComments(tx, desk.notices, { standard, version: await version(standard), until: day(7) }),
  );
const publish = async (standard: string, { by = other, from = 20 } = {}) =>
  desk.by(by, async (tx) =>
    publishStandardDraft(tx, desk.notices, { standard, version: await version(standard), effectiveFrom: day(from) }),
  );
const say = (standard: string) =>
  desk.by({ kind: 'guest' }, (tx) =>
    commentOnStandard(tx, standard, { authorName: '示例村民', statement: '建议放宽年限' }),
  );
const content = async (standard: string, criteria?: Criterion[]): Promise<DraftContent> => {
  const { title, summary, criteria: kept, checkLevels, source } = await readDraft(desk.database, standard);
  return { title, summary, criteria: (criteria as DraftContent['criteria']) ?? kept, checkLevels, source };
};

test('from a draft over comments and answers into force, after which the one before is past and stays readable', async () => {
  const standard = await begun();
  expect((await readDraft(desk.database, standard)).criteria).toHaveLength(32);
  await expect(readStandard(desk.database, standard)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await open(standard);
  expect(await readStandard(desk.database, standard)).toMatchObject({ status: 'commenting', commentsUntil: day(7) });
  const { id } = await say(standard);

  await expect(publish(standard)).rejects.toMatchObject({ code: 'COMMENTS_OPEN' });
  await desk.setClock('8 days');
  await expect(say(standard)).rejects.toMatchObject({ code: 'COMMENTS_CLOSED' });
  await expect(publish(standard)).rejects.toMatchObject({ code: 'COMMENTS_UNANSWERED' });
  await desk.by(drafter, (tx) => answerOnStandard(tx, { standard, id }, { adopted: false, answer: '上位规定所限' }));
  await expect(publish(standard, { by: drafter })).rejects.toMatchObject({ code: 'FOUR_EYES' });
  await expect(publish(standard, { from: 14 })).rejects.toMatchObject({
    code: 'NOTICE_TOO_SHORT',
    extra: { earliest: day(15) },
  });
  await publish(standard, { from: 15 });

  const coming = (await listStandards(desk.database)).data.map((one) => [one.standard, one.status, one.effectiveTo]);
  expect(coming).toEqual([
    [standard, 'coming', null],
    ['2026-1', 'inForce', day(15)],
  ]);
  await desk.setClock('15 days');
  const now = (await listStandards(desk.database)).data.map((one) => [one.standard, one.status]);
  expect(now).toEqual([
    [standard, 'inForce'],
    ['2026-1', 'past'],
  ]);
  expect((await readStandard(desk.database, '2026-1')).list).toHaveLength(32);
  expect((await readStandard(desk.database, standard)).comments).toMatchObject([
    { id, adopted: false, answer: '上位规定所限' },
  ]);
  await desk.setClock('0 days');
});

test('who changed a draft that somebody else began does not put it into force either', async () => {
  const standard = await begun();
  await desk.by(other, async (tx) => editDraft(tx, standard, await version(standard), await content(standard)));
  expect((await readDraft(desk.database, standard)).editedBy).toEqual([other.personId]);
  await open(standard);
  await desk.setClock('8 days');
  await expect(publish(standard, { by: other })).rejects.toMatchObject({ code: 'FOUR_EYES' });
  await publish(standard, { by: await desk.person('operator') });
  await desk.setClock('0 days');
});

test('of two that bind from one day the later binds, the tenth of a year after its ninth', async () => {
  const insert = `insert into admission.standard (version, published_on, effective_from, criteria, check_levels, source)
                  select $1, '2031-01-01', '2031-02-01', criteria, '{}', 'test' from admission.standard where version = '2026-1'`;
  for (const version of ['2031-10', '2031-9']) await desk.rows(insert, [version]);
  const [on] = await desk.database.read(standardOn, ['2031-03-01']);
  expect(on!.version).toBe('2031-10');
  await desk.rows(`delete from admission.standard where version like '2031-%'`);
});

test('suppliers hear of it, once', async () => {
  const supplier = await desk.person('supplier', null, '00000000-0000-7000-8000-000000000001');
  const standard = await begun();
  await open(standard);
  expect(
    await desk.count('select count(*) from platform.notice where person_id = $1 and key = $2', [
      supplier.personId,
      `standard.comments:${standard}:${day(7)}`,
    ]),
  ).toBe(1);
});

test('weights that do not sum are told while drafting, and keep it from the public', async () => {
  const standard = await begun();
  const { criteria } = await readDraft(desk.database, standard);
  const heavier = criteria.map((one) => (one.id === 'ADM-S12' ? { ...one, weight: 26 } : one)) as Criterion[];
  await desk.by(drafter, async (tx) =>
    editDraft(tx, standard, await version(standard), await content(standard, heavier)),
  );
  expect((await readDraft(desk.database, standard)).faults).toHaveLength(5);
  await expect(open(standard)).rejects.toMatchObject({ code: 'STANDARD_UNSOUND' });
  expect((await readDraft(desk.database, standard)).state).toBe('draft');
});

test('what is before the public is not edited; taken back, it goes before the public again', async () => {
  const standard = await begun();
  await open(standard);
  const edit = async () =>
    desk.by(drafter, async (tx) => editDraft(tx, standard, await version(standard), await content(standard)));
  await expect(edit()).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  await desk.by(drafter, async (tx) => reviseDraft(tx, { standard, version: await version(standard) }));
  await edit();
  await expect(publish(standard)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
});

test('too short a time for comments, a version that stands already, and what was read before, are refused', async () => {
  const standard = await begun();
  const short = desk.by(drafter, (tx) => openComments(tx, desk.notices, { standard, version: 1, until: day(6) }));
  await expect(short).rejects.toMatchObject({ code: 'NOTICE_TOO_SHORT', extra: { earliest: day(7) } });
  const again = (wanted: string) =>
    desk.by(drafter, (tx) => beginDraft(tx, { standard: wanted, basedOn: '2026-1', title: { zh: 'x', en: 'x' } }));
  await expect(again(standard)).rejects.toMatchObject({ code: 'STANDARD_EXISTS' });
  await expect(again('2026-1')).rejects.toMatchObject({ code: 'STANDARD_EXISTS' });
  const kept = await content(standard);
  await desk.by(drafter, (tx) => editDraft(tx, standard, 1, kept));
  await expect(desk.by(other, (tx) => editDraft(tx, standard, 1, kept))).rejects.toMatchObject({
    code: 'STALE_VERSION',
  });
  const [line] = await desk.rows<{ content: string }>(
    `select content from platform.audit_content where subject_id = $1 and content like '%STALE_VERSION%'`,
    [standard],
  );
  expect(JSON.parse(line!.content)).toMatchObject({ action: 'standard.edit', actor: `person:${other.personId}` });
});

test('a draft that is given up says why, and nothing more happens to it', async () => {
  const standard = await begun();
  await desk.by(drafter, (tx) => withdrawDraft(tx, { standard, version: 1, reason: '并入下一版' }));
  expect(await readDraft(desk.database, standard)).toMatchObject({ state: 'withdrawn', withdrawReason: '并入下一版' });
  await expect(open(standard)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  await expect(say(standard)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('the database itself keeps seven days, four eyes, and what was published', async () => {
  const short = desk.rows(`insert into admission.standard (version, published_on, effective_from, criteria, source)
    values ('2031-1', '2031-01-01', '2031-01-07', '[]', 'x')`);
  await expect(short).rejects.toThrow('standard_notice');
  const standard = await begun();
  await open(standard);
  const own = desk.rows(
    `update admission.standard_draft set state = 'published', decided_by = drafted_by, decided_at = now() where version = $1`,
    [standard],
  );
  await expect(own).rejects.toThrow('standard_draft');
  await expect(desk.database.pool.query(`update admission.standard set criteria = '[]'`)).rejects.toThrow(
    'permission denied',
  );
});

test('the list of drafts goes on from its cursor, the tenth after the ninth', async () => {
  for (const standard of ['2029-9', '2029-10']) {
    await desk.by(drafter, (tx) => beginDraft(tx, { standard, basedOn: '2026-1', title: { zh: 'x', en: 'x' } }));
  }
  const all = await listDrafts(desk.database, { limit: 100 });
  const of2029 = all.data.map((one) => one.standard).filter((one) => one.startsWith('2029'));
  expect(of2029).toEqual(['2029-10', '2029-9']);
  const rest = await listDrafts(desk.database, { limit: 1, cursor: cursorAt('2029-10') });
  expect(rest.data.map((one) => one.standard)).toEqual(['2029-9']);
  await expect(listDrafts(desk.database, { limit: 1, cursor: 'x' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
});
