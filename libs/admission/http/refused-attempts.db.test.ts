import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { exportFile } from '@xihuo/platform';
import {
  badInput,
  openApplicantDesk,
  openWatchDesk,
  type ApplicantDesk,
  type Field,
  type WatchDesk,
} from '@xihuo/testing';
import { fileAppeal } from '../actions/measure/appeal';
import { claim } from '../actions/review/claim';
import { recommend } from '../actions/review/sign';
import { beginDraft, editDraft } from '../actions/standard/draft-standard';
import { openComments } from '../actions/standard/move-standard';
import { imposeOnCase } from '../actions/watch/case-steps';

/** What a refusal writes itself: the line about it, and how often somebody asked. */
const OF_THE_REFUSAL = /^platform\.(audit_|rate_window)/;

async function kept(field: Field): Promise<Record<string, string>> {
  const content = Object.entries(await badInput.contentOf(field));
  return Object.fromEntries(content.filter(([table]) => !OF_THE_REFUSAL.test(table)));
}

interface Refusal {
  readonly code: string;
  readonly subjectId: string;
}

/** A clear problem, nothing changed, and a line that says who tried what. */
async function expectRefused(field: Field, tried: () => Promise<unknown>, { code, subjectId }: Refusal): Promise<void> {
  const lines = async () =>
    field.count(
      `select count(*) from platform.audit_content
        where content::json ->> 'subjectId' = $1 and content::json -> 'after' ->> 'refused' = $2
          and content::json ->> 'actor' like 'person:%'`,
      [subjectId, code],
    );
  const [before, had] = [await kept(field), await lines()];
  expect(await tried().catch((error: unknown) => error)).toMatchObject({ code });
  expect(await kept(field)).toEqual(before);
  expect(await lines()).toBe(had + 1);
}

describe('of whoever reviews and watches', () => {
  let desk: WatchDesk;
  beforeAll(async () => {
    desk = await openWatchDesk();
  });
  afterAll(() => desk?.close());

  const REVIEWER = { role: 'reviewer', jurisdiction: null, organisationId: null, householdId: null } as const;
  const signature = async (applicationId: string, version?: number) => ({
    ...{ applicationId, version: version ?? (await desk.version(applicationId)), department: 'agriculture' as const },
    ...{ confirmed: ['producesHere', 'supplyCapacity', 'quality'], opinion: '同意推荐' },
  });

  test('a step that is not yet to be taken', async () => {
    const { id } = await desk.application();
    const reviewer = await desk.person('reviewer');
    const tried = () => desk.by(reviewer, (tx) => claim(tx, id));
    await expectRefused(desk, tried, { code: 'NOT_AT_THIS_STEP', subjectId: id });
  });

  test('the own application, by a second role', async () => {
    const { id, submitter } = await desk.application();
    await desk.recommended(id);
    const both = { ...submitter, grants: [...submitter.grants, REVIEWER] };
    await expectRefused(desk, () => desk.by(both, (tx) => claim(tx, id)), { code: 'FOUR_EYES', subjectId: id });
  });

  test('what one recommended, by a second role', async () => {
    const { id } = await desk.application();
    const { agriculture } = await desk.recommended(id);
    const both = { ...agriculture, grants: [...agriculture.grants, REVIEWER] };
    await expectRefused(desk, () => desk.by(both, (tx) => claim(tx, id)), { code: 'FOUR_EYES', subjectId: id });
  });

  test('a second verdict by the first reviewer', async () => {
    const { id } = await desk.application();
    await desk.recommended(id);
    await desk.clear(id);
    const reviewer = await desk.person('reviewer');
    await desk.judged(id, reviewer);
    const again = () => desk.by(reviewer, (tx) => claim(tx, id));
    await expectRefused(desk, again, { code: 'NOT_AT_THIS_STEP', subjectId: id });
  });

  test('a second verdict by a colleague of the first reviewer', async () => {
    const { id } = await desk.application();
    await desk.recommended(id);
    await desk.clear(id);
    const agency = randomUUID();
    await desk.judged(id, await desk.person('reviewer', null, agency));
    const colleague = await desk.person('reviewer', null, agency);
    await expectRefused(desk, () => desk.by(colleague, (tx) => claim(tx, id)), { code: 'FOUR_EYES', subjectId: id });
  });

  test('an application of another county', async () => {
    const { id } = await desk.application();
    const stranger = await desk.person('countyAgriculture', '610630');
    const wanted = await signature(id);
    const tried = () => desk.by(stranger, (tx) => recommend(tx, desk, wanted));
    await expectRefused(desk, tried, { code: 'NOT_FOUND', subjectId: id });
  });

  test('a version that others have moved on from', async () => {
    const { id } = await desk.application();
    const officer = await desk.person('countyAgriculture', '610629');
    const wanted = await signature(id, 7);
    const tried = () => desk.by(officer, (tx) => recommend(tx, desk, wanted));
    await expectRefused(desk, tried, { code: 'STALE_VERSION', subjectId: id });
  });

  test('a standard whose weights do not sum', async () => {
    const standard = '2031-1';
    const drafter = await desk.person('operator');
    const title = { zh: '示例标准', en: 'Example standard' };
    await desk.by(drafter, (tx) => beginDraft(tx, { standard, basedOn: 'test-', title }));
    const base = { id: 'A1', nameZh: '示例', nameEn: 'Example', providedBy: 'supplier', checks: [], source: '示例' };
    const criteria = [
      { ...base, subject: 'supplier' as const, kind: 'blocking' as const },
      { ...base, id: 'A2', subject: 'supplier' as const, kind: 'scored' as const, weight: 60 },
    ];
    const content = { title, summary: { zh: '', en: '' }, criteria, checkLevels: [], source: '示例' };
    await desk.by(drafter, (tx) => editDraft(tx, standard, 1, content));
    const until = await desk.day(30);
    const tried = () => desk.by(drafter, (tx) => openComments(tx, desk.notices, { standard, version: 2, until }));
    await expectRefused(desk, tried, { code: 'STANDARD_UNSOUND', subjectId: standard });
  });

  test('an appeal after its window', async () => {
    const { supplierId, owner } = await desk.admitted();
    const reviewer = await desk.person('reviewer');
    const caseId = await desk.opened(reviewer, supplierId);
    const reason = '经核实逾期发货属实';
    const { measureId: id } = await desk.by(reviewer, (tx) =>
      imposeOnCase(tx, desk, { id: caseId, version: 1, kind: 'warning', reason }),
    );
    await desk.rows(`update admission.measure set appeal_until = $2 where id = $1`, [id, await desk.day(-1)]);
    const wanted = { id, version: await desk.versionOf('measure', id), statement: '情况不属实，请撤销', files: [] };
    const tried = () => desk.by(owner, (tx) => fileAppeal(tx, desk, wanted));
    await expectRefused(desk, tried, { code: 'APPEAL_OVER', subjectId: id });
  });
});

describe('of whoever applies', () => {
  let desk: ApplicantDesk;
  beforeAll(async () => {
    desk = await openApplicantDesk();
  });
  afterAll(() => desk?.house.close());

  const asPdf = { 'content-type': 'application/pdf' };

  test.each([
    ['a page that calls itself a PDF', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a picture that is not what it begins as', Buffer.from('\xff\xd8\xff\xe0<html>', 'latin1')],
    ['a PDF that runs something', Buffer.from('%PDF-1.7\n<< /Type /Page /AA << /JavaScript (x) >> >>\n%%EOF\n')],
  ])('%s', async (_, bytes) => {
    const draft = await desk.draft();
    await expectRefused(desk.house, () => draft.paper(bytes, asPdf), { code: 'DOCUMENT_REFUSED', subjectId: draft.id });
  });

  test('a table that is a hundred kilobytes until it is unpacked', async () => {
    const draft = await desk.draft();
    const rows = [[' '.repeat(80 * 1024 * 1024)]];
    const { bytes } = await exportFile('bomb', 'xlsx', [{ name: '农户', columns: [{ title: '户主姓名' }], rows }]);
    expect(bytes.length).toBeLessThan(200_000);
    const path = `/imports?kind=linkedHouseholds&scope=${draft.id}&name=bomb.xlsx`;
    const type = { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
    const tried = () => draft.browser.ask('POST', path, Buffer.from(bytes), type);
    await expectRefused(desk.house, tried, { code: 'IMPORT_FILE_REFUSED', subjectId: draft.id });
  });
});
