import { openApplicantDesk, paperwork, type ApplicantDesk } from '@xihuo/testing';
import { requestCorrections } from '../actions/review/send-back';

const { AS_PDF, FORM, PDF } = paperwork;
let desk: ApplicantDesk;
beforeAll(async () => {
  desk = await openApplicantDesk();
});
afterAll(() => desk?.house.close());

const HOUSEHOLD = {
  displayName: '示例户',
  countyCode: '610629',
  village: '示例村',
  model: 'contractPurchase',
  householdKind: 'monitored',
  idNumber: '11010519491231002X',
  bankCard: '6222021234567894',
  consent: { givenOn: '2026-01-05', textVersion: '2026-1', how: 'signature' },
};

const pointers = (body: Record<string, unknown>) =>
  (body['missing'] as { pointer: string; required: boolean }[])
    .filter(({ required }) => required)
    .map(({ pointer }) => pointer);
const result = (body: Record<string, unknown>, criterion: string) =>
  (body['findings'] as { criterion: string; result: string }[]).find((finding) => finding.criterion === criterion)
    ?.result;

test('a code that another supplier declared too is a finding for whoever reviews, and stops nothing', async () => {
  await desk.house.rows('update registry.organisation set uscc = null');
  const [first, second] = [await desk.submitted(), await desk.submitted()];
  const { body } = await second.browser.ask('GET', `${second.path}/file`);
  expect(body['state']).toBe('submitted');
  expect(result(body, 'ADM-S01')).toBe('fail');
  expect(JSON.stringify(body['findings'])).toContain('另有 1 家供应商申报了同一统一社会信用代码');
  // What was frozen before stays; today's look stands beside it.
  expect(result(await first.read(), 'ADM-S01')).toBe('pass');
  const officer = (await desk.signedIn('countyAgriculture')).browser;
  const { checklist } = (await officer.ask('GET', `${first.path}/review`)).body as {
    checklist: { criterion: string; machine: string; today: { machine: string } | null }[];
  };
  const beside = Object.fromEntries(
    checklist.map((item) => [item.criterion, [item.machine, item.today?.machine ?? null]]),
  );
  expect(beside['ADM-S01']).toEqual(['pass', 'fail']);
  expect(beside['ADM-S11']).toEqual(['notJudged', null]);
  await desk.house.rows(`insert into admission.merchant_state values ($1, 'active', $2, now())`, [
    first.supplierId,
    FORM.subject.nameZh,
  ]);
  const later = (await officer.ask('GET', `${first.path}/review`)).body as { checklist: typeof checklist };
  expect(later.checklist.find(({ criterion }) => criterion === 'ADM-S11')).toMatchObject({
    ...{ machine: 'notJudged', today: { machine: 'pass' } },
  });
  await desk.house.rows('update registry.organisation set uscc = null');
});

test('from an empty draft over what is missing to what the county reads', async () => {
  const one = await desk.draft();
  expect([one.begun.status, one.begun.body['state'], one.begun.body['editable']]).toEqual([201, 'draft', true]);
  expect(pointers(one.begun.body)).toContain('/subject/uscc');
  const early = await one.submit();
  expect([early.status, early.code]).toEqual([422, 'APPLICATION_INCOMPLETE']);

  expect((await one.save({ subject: { ...FORM.subject, uscc: '93150125YY0001004X' } })).status).toBe(200);
  expect(result(await one.read(), 'ADM-S01')).toBe('fail');
  const saved = await one.save(FORM);
  expect([result(saved.body, 'ADM-S01'), result(saved.body, 'ADM-S02'), result(saved.body, 'ADM-S04')]).toEqual([
    'pass',
    'pass',
    'fail',
  ]);
  expect(pointers(saved.body)).toEqual(['/documents/businessLicence']);
  await one.paper(PDF);
  expect((await one.browser.ask('POST', `${one.path}/households`, HOUSEHOLD)).status).toBe(201);
  expect(result(await one.read(), 'ADM-S04')).toBe('fail');
  await one.paper(PDF, AS_PDF, 'kind=linkageAgreement&name=agreements.pdf');
  expect(result(await one.read(), 'ADM-S04')).toBe('pass');

  const officer = await desk.signedIn('countyAgriculture');
  expect((await officer.browser.ask('GET', `${one.path}/file`)).code).toBe('NOT_FOUND');
  const done = await one.submit();
  expect([done.status, done.body['state'], done.body['editable']]).toEqual([200, 'submitted', false]);
  const seen = await officer.browser.ask('GET', `${one.path}/file`);
  expect(seen.body).toMatchObject({ state: 'submitted', editable: false, round: 1, households: { count: 1 } });
  expect(result(seen.body, 'ADM-S04')).toBe('pass');
  const [told] = await desk.house.rows<{ count: number }>(
    `select count(*)::int from platform.notice where person_id = $1 and key like 'application.waitsForYou:' || $2 || '%'`,
    [officer.id, one.id],
  );
  expect(told).toEqual({ count: 1 });
  const [known] = await desk.house.rows('select name_zh, uscc from registry.organisation where id = $1', [
    one.supplierId,
  ]);
  expect(known).toEqual({ name_zh: '示例苹果合作社', uscc: '93150125YY0001004B' });
});

test('what machines find wrong goes with it and stops nothing; a wrong code does not enter the register', async () => {
  const one = await desk.draft();
  await one.save({ ...FORM, subject: { ...FORM.subject, uscc: 'not a code' } });
  await one.paper(PDF);
  const done = await one.submit();
  expect([done.status, result(done.body, 'ADM-S01')]).toEqual([200, 'fail']);
  const [known] = await desk.house.rows('select uscc from registry.organisation where id = $1', [one.supplierId]);
  expect(known).toEqual({ uscc: null });
});

test('a draft is saved over what was read, and over nothing else', async () => {
  const one = await desk.draft();
  expect((await one.browser.ask('PUT', `${one.path}/form`, FORM)).status).toBe(428);
  const stale = { 'if-match': '"1"' };
  expect((await one.browser.ask('PUT', `${one.path}/form`, FORM, stale)).status).toBe(200);
  expect((await one.browser.ask('PUT', `${one.path}/form`, FORM, stale)).code).toBe('STALE_VERSION');
  const step = await one.save({ capacity: { annualKg: 5000 } });
  expect(step.body['form']).toMatchObject({ capacity: { annualKg: 5000 }, linkage: { models: ['contractPurchase'] } });
  expect((await one.save({ state: 'certified' })).code).toBe('INVALID_INPUT');
});

test('what was handed in is changed by nobody; what is asked to be corrected is, and is judged anew beside the first', async () => {
  // Others on this desk hand in the same code; here nobody else goes by it.
  await desk.house.rows('update registry.organisation set uscc = null');
  const one = await desk.submitted();
  expect((await one.save(FORM)).code).toBe('NOT_AT_THIS_STEP');
  expect((await one.paper(PDF)).code).toBe('NOT_AT_THIS_STEP');
  expect((await one.submit()).code).toBe('NOT_AT_THIS_STEP');
  const county = await desk.review.person('countyAgriculture', '610629');
  await desk.review.by(county, async (tx) =>
    requestCorrections(tx, desk.review, {
      ...{ applicationId: one.id, version: await desk.review.version(one.id), reason: '代码与执照不符' },
      fields: [{ pointer: '/subject/uscc', note: '核对执照' }],
    }),
  );
  expect(await one.read()).toMatchObject({
    editable: true,
    correction: { fields: [{ pointer: '/subject/uscc', note: '核对执照' }] },
  });
  const [paper] = (await one.read())['documents'] as { id: string; kind: string }[];
  await desk.house.rows('update admission.document set removed_at = now() where id = $1', [paper!.id]);
  await desk.house.rows(
    `insert into admission.document (id, application_id, kind, file_id, sha256, name, media_type, size_bytes, pages, uploaded_by, uploaded_at)
     select gen_random_uuid(), application_id, kind, file_id, sha256, 'again.pdf', media_type, size_bytes, pages, uploaded_by, now()
       from admission.document where id = $1`,
    [paper!.id],
  );
  await one.save({ subject: { ...FORM.subject, uscc: 'not a code' } });
  const again = await one.submit();
  expect(again.body).toMatchObject({ state: 'submitted', round: 2, correction: null });
  expect(result(again.body, 'ADM-S01')).toBe('fail');

  const officer = (await desk.signedIn('countyAgriculture')).browser;
  const assess = (query: string) => officer.ask('GET', `${one.path}/assessment${query}`);
  const [first, second] = [await assess('?round=1'), await assess('?round=2')];
  expect([first.body['sameAsKept'], second.body['sameAsKept']]).toEqual([true, true]);
  expect([result(first.body, 'ADM-S01'), result(second.body, 'ADM-S01')]).toEqual(['pass', 'fail']);
  const rounds = (await officer.ask('GET', `${one.path}/rounds`)).body['data'];
  expect(rounds).toMatchObject([
    { round: 1, form: { subject: { uscc: FORM.subject.uscc } } },
    { round: 2, form: { subject: { uscc: 'not a code' } } },
  ]);
  const papersOf = (round: number) =>
    (rounds as { papers: { id: string; kind: string; name: string }[] }[])[round - 1]!.papers.filter(
      ({ kind }) => kind === paper!.kind,
    );
  expect(papersOf(1).map(({ id }) => id)).toEqual([paper!.id]);
  expect(papersOf(2).map(({ name }) => name)).toEqual(['again.pdf']);
  expect((await assess('?round=1')).body).toEqual(first.body);
  expect((await assess('?round=1&asOf=2020-12-31')).body).toMatchObject({ sameAsKept: null, asOf: '2020-12-31' });
  expect(result((await assess('?round=1&asOf=2020-12-31')).body, 'ADM-S02')).toBe('fail');
  expect((await assess('?round=9')).code).toBe('NOT_FOUND');
});

test('whose it is not does not find it, whatever they try', async () => {
  const one = await desk.submitted();
  const stranger = (await desk.signedIn('supplier', await desk.organisation())).browser;
  const neighbour = (await desk.signedIn('countyAgriculture', undefined, '610630')).browser;
  const document = ((await one.read())['documents'] as { id: string }[])[0]!.id;
  const tag = await one.tag();
  for (const path of ['file', `documents/${document}`]) {
    expect((await stranger.ask('GET', `${one.path}/${path}`)).code).toBe('NOT_FOUND');
    expect((await neighbour.ask('GET', `${one.path}/${path}`)).code).toBe('NOT_FOUND');
  }
  expect((await stranger.ask('GET', `${one.path}/households`)).code).toBe('NOT_FOUND');
  expect((await stranger.ask('PUT', `${one.path}/form`, FORM, tag)).code).toBe('NOT_FOUND');
  expect((await stranger.ask('POST', `${one.path}/withdraw`, { reason: '不是我的' }, tag)).code).toBe('NOT_FOUND');
  expect((await stranger.ask('POST', `${one.path}/documents?kind=other&name=x`, PDF, AS_PDF)).code).toBe('NOT_FOUND');
  expect((await stranger.ask('POST', '/admission/applications', { supplierId: one.supplierId })).code).toBe(
    'NOT_FOUND',
  );
  expect((await neighbour.ask('PUT', `${one.path}/form`, FORM, tag)).code).toBe('FORBIDDEN');
  const lines = await desk.house.rows<{ content: string }>(
    `select content from platform.audit_content where subject_id = $1 and content like '%"refused"%'`,
    [one.id],
  );
  expect(lines.map(({ content }) => (JSON.parse(content) as { action: string }).action).sort()).toEqual([
    'application.addPaper',
    'application.save',
    'application.withdraw',
  ]);
});

test('one application at a time, and none while a bar stands', async () => {
  const one = await desk.draft();
  expect((await one.browser.ask('POST', '/admission/applications', { supplierId: one.supplierId })).code).toBe(
    'APPLICATION_OPEN',
  );
  const gone = await one.browser.ask('POST', `${one.path}/withdraw`, { reason: '暂不申请' }, await one.tag());
  expect([gone.body['state'], gone.body['editable']]).toEqual(['withdrawn', false]);
  const measure = (until: string) =>
    desk.house.rows(
      `insert into admission.measure (supplier_id, kind, reason, imposed_by, started_at, ends_on) values ($1, 'reAdmissionBar', 'x', 'person:x', now(), $2::date)`,
      [one.supplierId, until],
    );
  await measure('2999-01-01');
  const barred = await one.browser.ask('POST', '/admission/applications', { supplierId: one.supplierId });
  expect([barred.code, barred.body['until']]).toEqual(['RE_ADMISSION_BARRED', '2999-01-01']);
  await desk.house.rows(`update admission.measure set ends_on = '2020-01-01' where supplier_id = $1`, [one.supplierId]);
  await measure('2999-01-01');
  expect((await one.browser.ask('POST', '/admission/applications', { supplierId: one.supplierId })).code).toBe(
    'RE_ADMISSION_BARRED',
  );
  await desk.house.rows(`update admission.measure set ends_on = '2020-01-01' where supplier_id = $1`, [one.supplierId]);
  expect((await one.browser.ask('POST', '/admission/applications', { supplierId: one.supplierId })).status).toBe(201);
});

test('a draft begun before a bar is not handed in under it', async () => {
  const one = await desk.draft();
  await one.save(FORM);
  await one.paper(PDF);
  await desk.house.rows(
    `insert into admission.measure (supplier_id, kind, reason, imposed_by, started_at, ends_on) values ($1, 'reAdmissionBar', 'x', 'person:x', now(), '2999-01-01')`,
    [one.supplierId],
  );
  expect([(await one.submit()).code, (await one.read())['state']]).toEqual(['RE_ADMISSION_BARRED', 'draft']);
});

test('machine checks while typing are for who is signed in', async () => {
  const body = { uscc: '91350100M000100Y4Z', countyCode: '610629' };
  expect((await desk.house.browser('console').ask('POST', '/admission/checks', body)).code).toBe('NOT_SIGNED_IN');
  const { browser } = await desk.signedIn('supplier', await desk.organisation());
  expect((await browser.ask('POST', '/admission/checks', body)).body['data']).toMatchObject([
    { field: 'uscc', result: 'fail', check: 'uscc@1' },
    { field: 'countyCode', result: 'pass' },
  ]);
});
