import { openReviewDesk, type ReviewDesk } from '@xihuo/testing';
import { certifyDue } from './certify-due';
import { cancelInspection, noteCredit, orderInspection, reportInspection } from './inspect';
import { decideObjection, objectTo, revealObjector } from './object';
import { listNotices, readNotice } from './read-notices';
import { readCountyTotals, readQueue, readRecommended } from './read-queue';
import { readReview } from './read-review';

let desk: ReviewDesk;
beforeAll(async () => {
  desk = await openReviewDesk();
});
afterAll(() => desk?.close());
afterEach(() => desk.setClock('0 days'));

const GUEST = { kind: 'guest' } as const;
const STATEMENT = '该社的苹果不是本县所产，请核查';
let phones = 0;
const contact = () => ({ name: '示例村民', phone: `100${String(++phones).padStart(8, '0')}` });

async function onNotice() {
  const { id, supplierId, submitter } = await desk.application();
  const reviewers = await desk.published(id);
  const [notice] = await desk.rows<{ id: string }>('select id from admission.public_notice where subject_id = $1', [
    id,
  ]);
  return { id, supplierId, submitter, reviewers, noticeId: notice!.id };
}

const object = (noticeId: string, by = contact()) =>
  desk.by(GUEST, (tx) => objectTo(tx, desk, { noticeId, contact: by, statement: STATEMENT }));
const certify = () => desk.does((tx) => certifyDue(tx, desk));

describe('objections', () => {
  test('hold the certification until they are answered by somebody who had no part in it', async () => {
    const { id, noticeId, reviewers } = await onNotice();
    const { id: objectionId } = await object(noticeId);
    await desk.setClock('20 days');
    await certify();
    expect(await desk.state(id)).toBe('publicNotice');

    const wanted = { objectionId, version: 1, decision: 'dismissed', reason: '已到基地核实，产地属实' } as const;
    await expect(desk.by(reviewers[0]!, (tx) => decideObjection(tx, desk, wanted))).rejects.toMatchObject({
      code: 'FOUR_EYES',
      extra: { why: 'HAD_ANOTHER_PART' },
    });
    const third = await desk.person('reviewer');
    await desk.by(third, (tx) => decideObjection(tx, desk, wanted));
    await expect(desk.by(third, (tx) => decideObjection(tx, desk, { ...wanted, version: 2 }))).rejects.toMatchObject({
      code: 'NOT_AT_THIS_STEP',
    });
    await certify();
    expect(await desk.state(id)).toBe('certified');
    expect(
      await desk.count(`select count(*) from platform.outgoing_message where key = $1`, [
        `objection.answered:${objectionId}`,
      ]),
    ).toBe(1);
  });

  test('upheld, end the application and take the notice down', async () => {
    const { id, noticeId } = await onNotice();
    const { id: objectionId } = await object(noticeId);
    const wanted = { objectionId, version: 1, decision: 'upheld', reason: '原料来自外县' } as const;
    await desk.by(await desk.person('reviewer'), (tx) => decideObjection(tx, desk, wanted));
    expect(await desk.state(id)).toBe('rejected');
    expect((await readNotice(desk.database, noticeId)).state).toBe('failed');
    await expect(object(noticeId)).rejects.toMatchObject({ code: 'NOTICE_OVER' });
  });

  test('come once by one phone, and only while the notice runs', async () => {
    const { noticeId } = await onNotice();
    const one = contact();
    await object(noticeId, one);
    await expect(object(noticeId, one)).rejects.toMatchObject({ code: 'ALREADY_OBJECTED' });
    await desk.setClock('20 days');
    await expect(object(noticeId)).rejects.toMatchObject({ code: 'NOTICE_OVER' });
  });

  test('rest sealed; to open one is on the record', async () => {
    const { noticeId } = await onNotice();
    const one = contact();
    const { id: objectionId } = await object(noticeId, one);
    const [row] = await desk.rows<{ text: string }>(
      `select encode(contact_sealed, 'escape') || statement as text from admission.objection where id = $1`,
      [objectionId],
    );
    expect(row!.text).not.toContain(one.phone);
    const reviewer = await desk.person('reviewer');
    const opened = await desk.by(reviewer, (tx) =>
      revealObjector(tx, desk.vault, { objectionId, purpose: '电话核实产地' }),
    );
    expect(opened).toEqual(one);
    const lines = await desk.rows<{ content: string }>(
      `select content from platform.audit_content where content like '%objection.reveal%' and content like '%' || $1 || '%'`,
      [objectionId],
    );
    expect(lines.map(({ content }) => JSON.parse(content))).toMatchObject([
      { actor: `person:${reviewer.personId}`, after: { purpose: '电话核实产地' } },
    ]);
    expect(lines[0]!.content).not.toContain(one.phone);
  });

  test('are opened to nobody of the supplier, by whatever role', async () => {
    const { noticeId, supplierId, submitter } = await onNotice();
    const { id: objectionId } = await object(noticeId);
    const reveal = { objectionId, purpose: '想知道是谁' };
    const colleague = await desk.person('reviewer');
    const grant = { role: 'supplier', jurisdiction: null, organisationId: supplierId, householdId: null } as const;
    const own = { ...colleague, grants: [...colleague.grants, grant] };
    const former = { ...submitter, grants: colleague.grants };
    for (const [who, why] of [
      [own, 'BELONGS_TO_PARTY'],
      [former, 'SUBMITTED_IT'],
    ] as const) {
      await expect(desk.by(who, (tx) => revealObjector(tx, desk.vault, reveal))).rejects.toMatchObject({
        ...{ code: 'FOUR_EYES', extra: { why } },
      });
    }
  });

  test('are told to the applicant when they come and when they are dismissed, never what was said', async () => {
    const { id, noticeId, submitter } = await onNotice();
    const { id: objectionId } = await object(noticeId);
    const wanted = { objectionId, version: 1, decision: 'dismissed', reason: '已核实' } as const;
    await desk.by(await desk.person('reviewer'), (tx) => decideObjection(tx, desk, wanted));
    const told = await desk.rows<{ key: string; body: string }>(
      `select split_part(key, ':', 1) as key, body_zh || body_en as body from platform.notice
        where person_id = $1 and key like 'application.objection%' and key like '%' || $2 || '%' order by id`,
      [submitter.personId, id],
    );
    expect(told.map(({ key }) => key)).toEqual(['application.objectionReceived', 'application.objectionDismissed']);
    expect(told.map(({ body }) => body).join()).not.toContain(STATEMENT);
  });
});

test('a notice is public while it runs, and a withdrawn application takes it down', async () => {
  const { id, noticeId } = await onNotice();
  const list = async (state: 'open' | 'closed') =>
    (await listNotices(desk.database, { state, limit: 100 })).data.map((one) => one.id);
  expect(await list('open')).toContain(noticeId);
  const { application } = await readNotice(desk.database, noticeId);
  expect(application).toMatchObject({
    kind: 'cooperative',
    recommendedBy: [{ department: 'agriculture' }, { department: 'revitalisation' }],
  });
  expect(Object.keys(application!).sort()).toEqual(['kind', 'products', 'recommendedBy', 'standardVersion', 'uscc']);
  await desk.rows(`update admission.application set state = 'withdrawn' where id = $1`, [id]);
  expect(await list('open')).not.toContain(noticeId);
  expect(await list('closed')).toContain(noticeId);
  expect((await readNotice(desk.database, noticeId)).state).toBe('withdrawn');
});

describe('inspections', () => {
  const DAY = '2020-06-01';
  const report = { visitedOn: DAY, place: '示例村基地', summary: '现场符合', result: 'pass' as const };
  const findings = [{ item: '生产场所', result: 'pass' as const, note: '' }];

  test('stand in the way of approval until they are made and passed', async () => {
    const { id } = await desk.application();
    await desk.recommended(id);
    await desk.clear(id);
    const inspector = await desk.person('countyAgriculture', '610629');
    const { id: inspectionId } = await desk.by(inspector, (tx) =>
      orderInspection(tx, desk, { applicationId: id, plannedOn: DAY, reason: '核实基地' }),
    );
    const reviewer = await desk.person('reviewer');
    await expect(desk.judged(id, reviewer)).rejects.toMatchObject({
      code: 'NOT_APPROVABLE',
      extra: { obstacles: [{ code: 'inspectionPlanned' }] },
    });
    const unsound = { ...report, inspectionId, version: 1, findings, result: 'fail' as const };
    await expect(desk.by(inspector, (tx) => reportInspection(tx, desk, unsound))).rejects.toMatchObject({
      code: 'INSPECTION_UNSOUND',
    });
    await desk.by(inspector, (tx) => reportInspection(tx, desk, { ...report, inspectionId, version: 1, findings }));
    const again = { inspectionId, version: 2, reason: '重复' };
    await expect(desk.by(inspector, (tx) => cancelInspection(tx, desk, again))).rejects.toMatchObject({
      code: 'NOT_AT_THIS_STEP',
    });
    await desk.judged(id, reviewer);
  });

  test('are made by nobody of the supplier, and by nobody of another county', async () => {
    const { id, submitter } = await desk.application();
    const order = { applicationId: id, plannedOn: DAY, reason: '核实基地' };
    const insider = {
      ...submitter,
      grants: [
        ...submitter.grants,
        { role: 'reviewer', jurisdiction: null, organisationId: null, householdId: null } as const,
      ],
    };
    await expect(desk.by(insider, (tx) => orderInspection(tx, desk, order))).rejects.toMatchObject({
      code: 'FOUR_EYES',
    });
    const stranger = await desk.person('countyAgriculture', '610630');
    await expect(desk.by(stranger, (tx) => orderInspection(tx, desk, order))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

test('a register is asked in the past, and a listing has its reason', async () => {
  const { id } = await desk.application();
  const reviewer = await desk.person('reviewer');
  const snapshot = {
    register: 'penalty',
    status: 'clear',
    reason: '',
    queriedOn: '2020-06-01',
    source: 'test',
  } as const;
  for (const wrong of [
    { ...snapshot, queriedOn: '2099-01-01' },
    { ...snapshot, status: 'listed' as const },
  ]) {
    await expect(
      desk.by(reviewer, (tx) => noteCredit(tx, desk, { applicationId: id, snapshots: [wrong] })),
    ).rejects.toMatchObject({
      code: 'SNAPSHOT_UNSOUND',
    });
  }
  await desk.by(reviewer, (tx) => noteCredit(tx, desk, { applicationId: id, snapshots: [snapshot] }));
  expect((await readReview(desk.database, reviewer, id)).credit).toMatchObject([
    { register: 'penalty', queriedOn: '2020-06-01' },
  ]);
});

test('the county sees what became of its recommendations, and no other county’s', async () => {
  const { id, supplierId } = await onNotice();
  await desk.setClock('20 days');
  await certify();
  await desk.rows(
    `insert into admission.measure (supplier_id, kind, reason, imposed_by, started_at) values ($1, 'suspension', 'test', 'test', now())`,
    [supplierId],
  );
  const officer = {
    personId: 'x',
    grants: [{ role: 'countyAgriculture', jurisdiction: '610629', organisationId: null }],
  };
  const page = await readRecommended(desk.database, officer, { limit: 100 });
  const own = page.data.filter((one) => one.applicationId === id);
  expect(
    own.map(({ department, state, standing, measures }) => [department, state, standing, measures]).sort(),
  ).toEqual([
    ['agriculture', 'certified', 'suspended', 1],
    ['revitalisation', 'certified', 'suspended', 1],
  ]);
  const { data } = await readCountyTotals(desk.database, officer);
  expect(data).toMatchObject([{ county: { code: '610629' }, suspendedOrExited: 1 }]);
  expect(data[0]!.recommended).toBeGreaterThanOrEqual(data[0]!.certified + data[0]!.rejected);

  const first = await readRecommended(desk.database, officer, { limit: 1 });
  const second = await readRecommended(desk.database, officer, { limit: 1, cursor: first.nextCursor! });
  expect(second.data[0]).not.toEqual(first.data[0]);
  const elsewhere = { ...officer, grants: [{ ...officer.grants[0]!, jurisdiction: '610630' }] };
  expect((await readRecommended(desk.database, elsewhere, { limit: 100 })).data).toEqual([]);
});

test('a queue is what waits for oneself, the longest waiting first, page by page', async () => {
  const made = [await desk.application(), await desk.application(), await desk.application()];
  const officer = {
    personId: made[0]!.id,
    grants: [{ role: 'countyRevitalisation', jurisdiction: '610629', organisationId: null }],
  };
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await readQueue(desk.database, officer, { mine: 'false', limit: 2, cursor });
    expect(page.data.every(({ step, county }) => step === 'county' && county.code === '610629')).toBe(true);
    seen.push(...page.data.map(({ applicationId }) => applicationId));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.slice(-3)).toEqual(made.map(({ id }) => id));
  const neighbour = { ...officer, grants: [{ ...officer.grants[0]!, jurisdiction: '610630' }] };
  expect((await readQueue(desk.database, neighbour, { mine: 'false', limit: 100 })).data).toEqual([]);
  await desk.setClock('40 days');
  const late = await readQueue(desk.database, officer, { mine: 'false', limit: 100 });
  expect(late.data.every(({ overdue }) => overdue)).toBe(true);
});
