import sharp from 'sharp';
import { openApplicantDesk, paperwork, type ApplicantDesk } from '@xihuo/testing';

const { AS_PDF, FORM, PAPER_LIMITS, PDF } = paperwork;
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

const result = (body: Record<string, unknown>, criterion: string) =>
  (body['findings'] as { criterion: string; result: string }[]).find((finding) => finding.criterion === criterion)
    ?.result;

describe('papers', () => {
  test('come back as they may be shown, and who judges by what names households is on the record', async () => {
    const one = await desk.draft();
    const photo = await sharp({ create: { width: 8, height: 6, channels: 3, background: '#7a5' } })
      .withExif({ IFD0: { ImageDescription: 'taken at the village' } })
      .jpeg()
      .toBuffer();
    const added = await one.paper(photo, { 'content-type': 'image/jpeg' }, 'kind=householdConsent&name=consent.jpg');
    expect(added.body['document']).toMatchObject({ kind: 'householdConsent', mediaType: 'image/jpeg', pages: 1 });
    await one.paper(PDF);
    await one.save(FORM);
    await one.submit();
    const officer = await desk.signedIn('countyAgriculture');
    const { id } = added.body['document'] as { id: string };
    const shown = await officer.browser.ask('GET', `${one.path}/documents/${id}`);
    expect([shown.status, shown.headers['content-type'], shown.headers['content-disposition']]).toEqual([
      200,
      'image/jpeg',
      "inline; filename*=UTF-8''consent.jpg",
    ]);
    expect(shown.bytes.includes('taken at the village')).toBe(false);
    const [line] = await desk.house.rows<{ content: string }>(
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
    const one = await desk.draft();
    const answer = await one.paper(bytes, headers as typeof AS_PDF);
    expect([answer.code, answer.body['fault']]).toEqual([code, fault]);
    expect((await one.read())['documents']).toEqual([]);
  });

  test('are so many and no more; one that is taken back makes room, and cannot be taken back twice', async () => {
    const one = await desk.draft();
    for (let times = 0; times < PAPER_LIMITS.documentsMax; times += 1) expect((await one.paper(PDF)).status).toBe(201);
    expect((await one.paper(PDF)).code).toBe('TOO_MANY_DOCUMENTS');
    const [first] = (await one.read())['documents'] as { id: string }[];
    expect((await one.browser.ask('DELETE', `${one.path}/documents/${first!.id}`)).status).toBe(200);
    expect((await one.browser.ask('DELETE', `${one.path}/documents/${first!.id}`)).code).toBe('NOT_FOUND');
    expect((await one.paper(PDF)).status).toBe(201);
  });
});

describe('households', () => {
  test('are listed without what is sealed; the same one again is the same one; a consent taken back takes it off', async () => {
    const one = await desk.draft();
    const [first, again] = [1, 2].map(() => one.browser.ask('POST', `${one.path}/households`, HOUSEHOLD));
    const { id } = (await first!).body as { id: string };
    expect((await again!).body['id']).toBe(id);
    const list = await one.browser.ask('GET', `${one.path}/households`);
    expect(list.body['data']).toEqual([
      {
        ...{ id, displayName: '示例户', countyCode: '610629', village: '示例村', model: 'contractPurchase' },
        ...{ consentGivenOn: '2026-01-05', consentTextVersion: '2026-1', consentHow: 'signature' },
      },
    ]);
    expect((await one.browser.ask('DELETE', `${one.path}/households/${id}`)).status).toBe(200);
    expect((await one.read())['households']).toMatchObject({ count: 0 });
  });

  const OTHER_CARD = '6228480402564890018';
  async function sealed(id: string) {
    return desk.house.does(async (tx) => {
      await tx.client.query(`select set_config('xihuo.purpose', 'test', true)`);
      const { rows } = await tx.client.query<{ bank_card: Buffer; wording: string }>(
        'select bank_card, consent_text_version as wording from registry.household_sealed where household_id = $1',
        [id],
      );
      const cell = { table: 'registry.household_sealed', row: id, column: 'bank_card' };
      return { card: desk.house.vault.open(cell, rows[0]!.bank_card), wording: rows[0]!.wording };
    });
  }
  const mended = { ...HOUSEHOLD, bankCard: OTHER_CARD, consent: { ...HOUSEHOLD.consent, textVersion: '2026-2' } };

  test.each(['taken off and entered', 'entered'])(
    '%s again with a mended card and a new consent, it has these',
    async (how) => {
      const one = await desk.draft();
      const { id } = (await one.browser.ask('POST', `${one.path}/households`, HOUSEHOLD)).body as { id: string };
      if (how !== 'entered') await one.browser.ask('DELETE', `${one.path}/households/${id}`);
      expect((await one.browser.ask('POST', `${one.path}/households`, mended)).body['id']).toBe(id);
      expect(await sealed(id)).toEqual({ card: OTHER_CARD, wording: '2026-2' });
      const list = await one.browser.ask('GET', `${one.path}/households`);
      expect(list.body['data']).toMatchObject([{ consentTextVersion: '2026-2' }]);
    },
  );

  test('once its supplier is admitted its card is not changed in an application; its consent may be renewed', async () => {
    const one = await desk.draft();
    const { id } = (await one.browser.ask('POST', `${one.path}/households`, HOUSEHOLD)).body as { id: string };
    await desk.house.rows(
      `insert into admission.certification (supplier_id, application_id, certified_on, valid_until) values ($1, $2, '2026-01-01', '2099-01-01')`,
      [one.supplierId, one.id],
    );
    const refused = await one.browser.ask('POST', `${one.path}/households`, mended);
    expect([refused.status, refused.code]).toEqual([409, 'CARD_CHANGE_GUARDED']);
    expect(await sealed(id)).toEqual({ card: HOUSEHOLD.bankCard, wording: '2026-1' });
    await one.browser.ask('POST', `${one.path}/households`, { ...mended, bankCard: HOUSEHOLD.bankCard });
    expect(await sealed(id)).toEqual({ card: HOUSEHOLD.bankCard, wording: '2026-2' });
  });

  test.each([
    ['an ID number with a slip', { idNumber: '110105194912310021' }, '/idNumber'],
    ['a card with a slip', { bankCard: '6222021234567895' }, '/bankCard'],
    ['a county that is none', { countyCode: '999999' }, '/countyCode'],
    ['a consent of tomorrow', { consent: { ...HOUSEHOLD.consent, givenOn: '2999-01-01' } }, '/consent/givenOn'],
  ])('%s is named by its place, and not sent back', async (_, change, pointer) => {
    const one = await desk.draft();
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
    const id = await desk.organisation();
    await desk.house.rows(
      `with made as (insert into admission.application (supplier_id, kind, county_code, state, evidence, standard_version, submitted_at)
         values ($1, 'cooperative', '610629', 'certified', '{}', '2026-1', now()) returning id)
       insert into admission.certification (supplier_id, application_id, certified_on, valid_until) select $1, id, '2026-01-01', '2099-01-01' from made`,
      [id],
    );
    return { id, browser: (await desk.signedIn('supplier', id)).browser };
  }

  test('is asked for by the trader and given by the producer, whose word the findings wait for', async () => {
    const one = await desk.draft('trader');
    const given = await producer();
    await one.save({ subject: { ...FORM.subject, kind: 'trader' } });
    expect(result(await one.read(), 'ADM-S03')).toBe('fail');
    const asked = await one.browser.ask('POST', `${one.path}/mandate`, { producerId: given.id, validUntil: FUTURE });
    expect([asked.status, asked.body['state']]).toEqual([201, 'asked']);
    const path = `/admission/mandates/${asked.body['id'] as string}/answer`;
    const tag = { 'if-match': '"1"' };
    expect((await one.browser.ask('POST', path, { answer: 'confirm' }, tag)).code).toBe('FOUR_EYES');
    const stranger = (await desk.signedIn('supplier', await desk.organisation())).browser;
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
      const one = await desk.draft(what === 'no trader' ? 'cooperative' : 'trader');
      const producerId =
        what === 'itself'
          ? one.supplierId
          : what === 'somebody who is not admitted'
            ? await desk.organisation()
            : (await producer()).id;
      const validUntil = what === 'a day that has passed' ? '2020-01-01' : FUTURE;
      const answer = await one.browser.ask('POST', `${one.path}/mandate`, { producerId, validUntil });
      expect(answer.code).toBe('MANDATE_UNSOUND');
    },
  );
});
