import { randomUUID } from 'node:crypto';
import { FILES, Files } from '@xihuo/platform';
import { openHouse, openReviewDesk, type House, type ReviewDesk } from '@xihuo/testing';
import sharp from 'sharp';
import { firstStandard } from '../../../infra/database/seed/standard';
import { publishStandard } from '../actions/publish-standard';
import { requestCorrections } from '../actions/review/send-back';
import { admissionParts } from '../admission-parts';

let house: House;
let desk: ReviewDesk;
const kept = new Map<string, Buffer>();
const memory = {
  put: (sha256: string, bytes: Buffer) => Promise.resolve(void kept.set(sha256, bytes)),
  get: (sha256: string) => Promise.resolve(kept.get(sha256) ?? null),
};

const COUNTY = '610629';
const SETTINGS = { documentMaxBytes: 200_000, documentMaxPages: 3, documentMaxPixels: 1_000_000, documentsMax: 4 };

beforeAll(async () => {
  house = await openHouse({
    parts: [admissionParts],
    overrides: () => [{ provide: FILES, useValue: new Files(memory) }],
  });
  desk = await openReviewDesk(house);
  await house.rows('delete from admission.standard');
  for (const [key, value] of Object.entries(SETTINGS)) {
    await house.rows(
      `insert into registry.policy (key, value, effective_from, source) values ($1, $2, '2020-01-01', 'test')`,
      [`admission.${key}`, JSON.stringify(value)],
    );
  }
  await house.rows(`insert into registry.listed_county (list, region_code, in_programme, effective_from, source)
    values ('povertyExitCounty', '${COUNTY}', true, '2021-01-01', 'test')`);
  await house.does((tx) => publishStandard(tx, firstStandard()));
});
afterAll(() => house?.close());

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Page >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');
const AS_PDF = { 'content-type': 'application/pdf' };

const FORM = {
  subject: {
    kind: 'cooperative',
    nameZh: '示例苹果合作社',
    uscc: '93150125YY0001004B',
    countyCode: COUNTY,
    address: '示例村一组',
    legalRepresentative: '示例人',
    establishedOn: '2018-05-01',
    licenceWithoutTerm: true,
  },
  products: [{ name: '苹果', category: 'fruit' }],
  linkage: { models: ['contractPurchase'], description: '订单收购' },
  undertakings: { truthful: true, noPenalty: true, publication: true },
};
const HOUSEHOLD = {
  displayName: '示例户',
  countyCode: COUNTY,
  village: '示例村',
  model: 'contractPurchase',
  householdKind: 'monitored',
  idNumber: '11010519491231002X',
  bankCard: '6222021234567894',
  consent: { givenOn: '2026-01-05', textVersion: '2026-1', how: 'signature' },
};

async function organisation(kind = 'cooperative') {
  const id = randomUUID();
  await house.rows(
    `insert into registry.organisation (id, reference, name_zh, name_en, kind, county_code) values ($1::uuid, $1::text, '示例主体', 'Example', $2, $3)`,
    [id, kind, COUNTY],
  );
  return id;
}

async function signedIn(role: 'supplier' | 'countyAgriculture', organisationId?: string, regionCode = COUNTY) {
  const person = await house.person({ role, regionCode, ...(organisationId && { organisationId }) });
  const browser = house.browser('console');
  await browser.signIn(person.login, person.password);
  return { ...person, browser };
}

/** A draft of somebody, and short ways to ask about it. */
async function draft(kind?: string) {
  const supplierId = await organisation(kind);
  const { browser, id: personId } = await signedIn('supplier', supplierId);
  const begun = await browser.ask('POST', '/admission/applications', { supplierId });
  const path = `/admission/applications/${begun.body['id'] as string}`;
  const read = async () => (await browser.ask('GET', `${path}/file`)).body;
  const tag = async () => ({ 'if-match': `"${(await read())['version'] as number}"` });
  return {
    ...{ supplierId, personId, browser, begun, path, read, tag, id: begun.body['id'] as string },
    save: async (form: object) => browser.ask('PUT', `${path}/form`, form, await tag()),
    submit: async () => browser.ask('POST', `${path}/submit`, {}, await tag()),
    paper: (bytes: Buffer, headers = AS_PDF, query = 'kind=businessLicence&name=%E6%89%A7%E7%85%A7.pdf') =>
      browser.ask('POST', `${path}/documents?${query}`, bytes, headers),
  };
}

async function submitted() {
  const one = await draft();
  await one.save(FORM);
  await one.paper(PDF);
  expect((await one.submit()).status).toBe(200);
  return one;
}

const pointers = (body: Record<string, unknown>) =>
  (body['missing'] as { pointer: string; required: boolean }[])
    .filter(({ required }) => required)
    .map(({ pointer }) => pointer);
const result = (body: Record<string, unknown>, criterion: string) =>
  (body['findings'] as { criterion: string; result: string }[]).find((finding) => finding.criterion === criterion)
    ?.result;

test('from an empty draft over what is missing to what the county reads', async () => {
  const one = await draft();
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
  expect(result(await one.read(), 'ADM-S04')).toBe('pass');

  const officer = await signedIn('countyAgriculture');
  expect((await officer.browser.ask('GET', `${one.path}/file`)).code).toBe('NOT_FOUND');
  const done = await one.submit();
  expect([done.status, done.body['state'], done.body['editable']]).toEqual([200, 'submitted', false]);
  const seen = await officer.browser.ask('GET', `${one.path}/file`);
  expect(seen.body).toMatchObject({ state: 'submitted', editable: false, round: 1, households: { count: 1 } });
  expect(result(seen.body, 'ADM-S04')).toBe('pass');
  const [told] = await house.rows<{ count: number }>(
    `select count(*)::int from platform.notice where person_id = $1 and key like 'application.waitsForYou:' || $2 || '%'`,
    [officer.id, one.id],
  );
  expect(told).toEqual({ count: 1 });
  const [known] = await house.rows('select name_zh, uscc from registry.organisation where id = $1', [one.supplierId]);
  expect(known).toEqual({ name_zh: '示例苹果合作社', uscc: '93150125YY0001004B' });
});

test('what machines find wrong goes with it and stops nothing; a wrong code does not enter the register', async () => {
  const one = await draft();
  await one.save({ ...FORM, subject: { ...FORM.subject, uscc: 'not a code' } });
  await one.paper(PDF);
  const done = await one.submit();
  expect([done.status, result(done.body, 'ADM-S01')]).toEqual([200, 'fail']);
  const [known] = await house.rows('select uscc from registry.organisation where id = $1', [one.supplierId]);
  expect(known).toEqual({ uscc: null });
});

test('a draft is saved over what was read, and over nothing else', async () => {
  const one = await draft();
  expect((await one.browser.ask('PUT', `${one.path}/form`, FORM)).status).toBe(428);
  const stale = { 'if-match': '"1"' };
  expect((await one.browser.ask('PUT', `${one.path}/form`, FORM, stale)).status).toBe(200);
  expect((await one.browser.ask('PUT', `${one.path}/form`, FORM, stale)).code).toBe('STALE_VERSION');
  const step = await one.save({ capacity: { annualKg: 5000 } });
  expect(step.body['form']).toMatchObject({ capacity: { annualKg: 5000 }, linkage: { models: ['contractPurchase'] } });
  expect((await one.save({ state: 'certified' })).code).toBe('INVALID_INPUT');
});

test('what was handed in is changed by nobody; what is asked to be corrected is, and is judged anew beside the first', async () => {
  const one = await submitted();
  expect((await one.save(FORM)).code).toBe('NOT_AT_THIS_STEP');
  expect((await one.paper(PDF)).code).toBe('NOT_AT_THIS_STEP');
  expect((await one.submit()).code).toBe('NOT_AT_THIS_STEP');
  const county = await desk.person('countyAgriculture', COUNTY);
  await desk.by(county, async (tx) =>
    requestCorrections(tx, desk, {
      ...{ applicationId: one.id, version: await desk.version(one.id), reason: '代码与执照不符' },
      fields: [{ pointer: '/subject/uscc', note: '核对执照' }],
    }),
  );
  expect(await one.read()).toMatchObject({
    editable: true,
    correction: { fields: [{ pointer: '/subject/uscc', note: '核对执照' }] },
  });
  await one.save({ subject: { ...FORM.subject, uscc: 'not a code' } });
  const again = await one.submit();
  expect(again.body).toMatchObject({ state: 'submitted', round: 2, correction: null });
  expect(result(again.body, 'ADM-S01')).toBe('fail');

  const officer = (await signedIn('countyAgriculture')).browser;
  const assess = (query: string) => officer.ask('GET', `${one.path}/assessment${query}`);
  const [first, second] = [await assess('?round=1'), await assess('?round=2')];
  expect([first.body['sameAsKept'], second.body['sameAsKept']]).toEqual([true, true]);
  expect([result(first.body, 'ADM-S01'), result(second.body, 'ADM-S01')]).toEqual(['pass', 'fail']);
  expect((await assess('?round=1')).body).toEqual(first.body);
  expect((await assess('?round=1&asOf=2020-12-31')).body).toMatchObject({ sameAsKept: null, asOf: '2020-12-31' });
  expect(result((await assess('?round=1&asOf=2020-12-31')).body, 'ADM-S02')).toBe('fail');
  expect((await assess('?round=9')).code).toBe('NOT_FOUND');
});

test('whose it is not does not find it, whatever they try', async () => {
  const one = await submitted();
  const stranger = (await signedIn('supplier', await organisation())).browser;
  const neighbour = (await signedIn('countyAgriculture', undefined, '610630')).browser;
  const document = ((await one.read())['documents'] as { id: string }[])[0]!.id;
  const tag = await one.tag();
  for (const path of ['file', `documents/${document}`]) {
    expect((await stranger.ask('GET', `${one.path}/${path}`)).code).toBe('NOT_FOUND');
    expect((await neighbour.ask('GET', `${one.path}/${path}`)).code).toBe('NOT_FOUND');
  }
  expect((await stranger.ask('GET', `${one.path}/households`)).body['data']).toEqual([]);
  expect((await stranger.ask('PUT', `${one.path}/form`, FORM, tag)).code).toBe('NOT_FOUND');
  expect((await stranger.ask('POST', `${one.path}/withdraw`, { reason: '不是我的' }, tag)).code).toBe('NOT_FOUND');
  expect((await stranger.ask('POST', `${one.path}/documents?kind=other&name=x`, PDF, AS_PDF)).code).toBe('NOT_FOUND');
  expect((await stranger.ask('POST', '/admission/applications', { supplierId: one.supplierId })).code).toBe(
    'NOT_FOUND',
  );
  expect((await neighbour.ask('PUT', `${one.path}/form`, FORM, tag)).code).toBe('FORBIDDEN');
  const lines = await house.rows<{ content: string }>(
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
  const one = await draft();
  expect((await one.browser.ask('POST', '/admission/applications', { supplierId: one.supplierId })).code).toBe(
    'APPLICATION_OPEN',
  );
  const gone = await one.browser.ask('POST', `${one.path}/withdraw`, { reason: '暂不申请' }, await one.tag());
  expect([gone.body['state'], gone.body['editable']]).toEqual(['withdrawn', false]);
  const measure = (until: string) =>
    house.rows(
      `insert into admission.measure (supplier_id, kind, reason, imposed_by, started_at, ends_on) values ($1, 'reAdmissionBar', 'x', 'person:x', now(), $2::date)`,
      [one.supplierId, until],
    );
  await measure('2999-01-01');
  const barred = await one.browser.ask('POST', '/admission/applications', { supplierId: one.supplierId });
  expect([barred.code, barred.body['until']]).toEqual(['RE_ADMISSION_BARRED', '2999-01-01']);
  await house.rows(`update admission.measure set ends_on = '2020-01-01' where supplier_id = $1`, [one.supplierId]);
  expect((await one.browser.ask('POST', '/admission/applications', { supplierId: one.supplierId })).status).toBe(201);
});

describe('papers', () => {
  test('come back as they may be shown, and who judges by what names households is on the record', async () => {
    const one = await draft();
    const photo = await sharp({ create: { width: 8, height: 6, channels: 3, background: '#7a5' } })
      .withExif({ IFD0: { ImageDescription: 'taken at the village' } })
      .jpeg()
      .toBuffer();
    const added = await one.paper(photo, { 'content-type': 'image/jpeg' }, 'kind=householdConsent&name=consent.jpg');
    expect(added.body['document']).toMatchObject({ kind: 'householdConsent', mediaType: 'image/jpeg', pages: 1 });
    await one.paper(PDF);
    await one.save(FORM);
    await one.submit();
    const officer = await signedIn('countyAgriculture');
    const { id } = added.body['document'] as { id: string };
    const shown = await officer.browser.ask('GET', `${one.path}/documents/${id}`);
    expect([shown.status, shown.headers['content-type'], shown.headers['content-disposition']]).toEqual([
      200,
      'image/jpeg',
      "inline; filename*=UTF-8''consent.jpg",
    ]);
    expect(shown.bytes.includes('taken at the village')).toBe(false);
    const [line] = await house.rows<{ content: string }>(
      `select content from platform.audit_content where subject_id = $1 and content like '%readPaper%'`,
      [one.id],
    );
    expect(JSON.parse(line!.content)).toMatchObject({
      actor: `person:${officer.id}`,
      after: { kind: 'householdConsent' },
    });
  });

  test.each<[string, Buffer, object, string, unknown]>([
    ['a program by the name of a PDF', Buffer.from('MZ\x90 not a paper'), AS_PDF, 'DOCUMENT_REFUSED', 'kind'],
    [
      'a PDF with a script',
      Buffer.concat([PDF.subarray(0, -7), Buffer.from('<< /S /JavaScript >>\n%%EOF\n')]),
      AS_PDF,
      'DOCUMENT_REFUSED',
      'active',
    ],
    [
      'a picture by its first letters only',
      Buffer.from('\x89PNG\r\n\x1a\nMZ', 'latin1'),
      { 'content-type': 'image/png' },
      'DOCUMENT_REFUSED',
      'damaged',
    ],
    ['more bytes than a paper has', Buffer.alloc(200_001, 'x'), AS_PDF, 'DOCUMENT_REFUSED', 'tooLarge'],
    ['a sheet', PDF, { 'content-type': 'text/csv' }, 'UNSUPPORTED_MEDIA_TYPE', undefined],
  ])('%s is not taken', async (_, bytes, headers, code, fault) => {
    const one = await draft();
    const answer = await one.paper(bytes, headers as typeof AS_PDF);
    expect([answer.code, answer.body['fault']]).toEqual([code, fault]);
    expect((await one.read())['documents']).toEqual([]);
  });

  test('are so many and no more; one that is taken back makes room, and cannot be taken back twice', async () => {
    const one = await draft();
    for (let times = 0; times < SETTINGS.documentsMax; times += 1) expect((await one.paper(PDF)).status).toBe(201);
    expect((await one.paper(PDF)).code).toBe('TOO_MANY_DOCUMENTS');
    const [first] = (await one.read())['documents'] as { id: string }[];
    expect((await one.browser.ask('DELETE', `${one.path}/documents/${first!.id}`)).status).toBe(200);
    expect((await one.browser.ask('DELETE', `${one.path}/documents/${first!.id}`)).code).toBe('NOT_FOUND');
    expect((await one.paper(PDF)).status).toBe(201);
  });
});

describe('households', () => {
  test('are listed without what is sealed; the same one again is the same one; a consent taken back takes it off', async () => {
    const one = await draft();
    const [first, again] = [1, 2].map(() => one.browser.ask('POST', `${one.path}/households`, HOUSEHOLD));
    const { id } = (await first!).body as { id: string };
    expect((await again!).body['id']).toBe(id);
    const list = await one.browser.ask('GET', `${one.path}/households`);
    expect(list.body['data']).toEqual([
      {
        ...{ id, displayName: '示例户', countyCode: COUNTY, village: '示例村', model: 'contractPurchase' },
        ...{ consentGivenOn: '2026-01-05', consentTextVersion: '2026-1', consentHow: 'signature' },
      },
    ]);
    expect((await one.browser.ask('DELETE', `${one.path}/households/${id}`)).status).toBe(200);
    expect((await one.read())['households']).toMatchObject({ count: 0 });
  });

  test.each([
    ['an ID number with a slip', { idNumber: '110105194912310021' }, '/idNumber'],
    ['a card with a slip', { bankCard: '6222021234567895' }, '/bankCard'],
    ['a county that is none', { countyCode: '999999' }, '/countyCode'],
    ['a consent of tomorrow', { consent: { ...HOUSEHOLD.consent, givenOn: '2999-01-01' } }, '/consent/givenOn'],
  ])('%s is named by its place, and not sent back', async (_, change, pointer) => {
    const one = await draft();
    const answer = await one.browser.ask('POST', `${one.path}/households`, { ...HOUSEHOLD, ...change });
    expect([answer.code, (answer.body['errors'] as { pointer: string }[])[0]?.pointer]).toEqual([
      'INVALID_INPUT',
      pointer,
    ]);
    expect(JSON.stringify(answer.body)).not.toMatch(/110105194912|622202123456/);
  });
});

describe('a mandate', () => {
  const FUTURE = '2099-01-01';
  async function producer() {
    const id = await organisation();
    await house.rows(
      `with made as (insert into admission.application (supplier_id, kind, county_code, state, evidence, standard_version, submitted_at)
         values ($1, 'cooperative', '${COUNTY}', 'certified', '{}', '2026-1', now()) returning id)
       insert into admission.certification (supplier_id, application_id, certified_on, valid_until) select $1, id, '2026-01-01', '2099-01-01' from made`,
      [id],
    );
    return { id, browser: (await signedIn('supplier', id)).browser };
  }

  test('is asked for by the trader and given by the producer, whose word the findings wait for', async () => {
    const one = await draft('trader');
    const given = await producer();
    await one.save({ subject: { ...FORM.subject, kind: 'trader' } });
    expect(result(await one.read(), 'ADM-S03')).toBe('fail');
    const asked = await one.browser.ask('POST', `${one.path}/mandate`, { producerId: given.id, validUntil: FUTURE });
    expect([asked.status, asked.body['state']]).toEqual([201, 'asked']);
    const path = `/admission/mandates/${asked.body['id'] as string}/answer`;
    const tag = { 'if-match': '"1"' };
    expect((await one.browser.ask('POST', path, { answer: 'confirm' }, tag)).code).toBe('FOUR_EYES');
    const stranger = (await signedIn('supplier', await organisation())).browser;
    expect((await stranger.ask('POST', path, { answer: 'confirm' }, tag)).code).toBe('NOT_FOUND');
    const confirmed = await given.browser.ask('POST', path, { answer: 'confirm' }, tag);
    expect(confirmed.body['state']).toBe('confirmed');
    expect((await given.browser.ask('POST', path, { answer: 'refuse' }, { 'if-match': '"2"' })).code).toBe(
      'NOT_AT_THIS_STEP',
    );
    expect(result(await one.read(), 'ADM-S03')).toBe('pass');
    expect((await given.browser.ask('GET', '/me/mandates')).body['data']).toMatchObject([{ state: 'confirmed' }]);
  });

  test.each(['somebody who is not admitted', 'itself', 'a day that has passed', 'no trader'])(
    'is of an admitted producer: not of %s',
    async (what) => {
      const one = await draft(what === 'no trader' ? 'cooperative' : 'trader');
      const producerId =
        what === 'itself'
          ? one.supplierId
          : what === 'somebody who is not admitted'
            ? await organisation()
            : (await producer()).id;
      const validUntil = what === 'a day that has passed' ? '2020-01-01' : FUTURE;
      const answer = await one.browser.ask('POST', `${one.path}/mandate`, { producerId, validUntil });
      expect(answer.code).toBe('MANDATE_UNSOUND');
    },
  );
});

test('machine checks while typing are for who is signed in', async () => {
  const body = { uscc: '91350100M000100Y4Z', countyCode: COUNTY };
  expect((await house.browser('console').ask('POST', '/admission/checks', body)).code).toBe('NOT_SIGNED_IN');
  const { browser } = await signedIn('supplier', await organisation());
  expect((await browser.ask('POST', '/admission/checks', body)).body['data']).toMatchObject([
    { field: 'uscc', result: 'fail', check: 'uscc@1' },
    { field: 'countyCode', result: 'pass' },
  ]);
});
