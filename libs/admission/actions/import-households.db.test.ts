import { randomUUID } from 'node:crypto';
import { openHouse, paperwork, type House } from '@xihuo/testing';
import { admissionParts } from '../admission-parts';
import { idNumberFault } from '../rules/household-codes';

let house: House;
const supplierId = randomUUID();
const applicationId = '00000000-0000-7000-8000-000000000001';
let browser: ReturnType<House['browser']>;

const HEAD = '户主姓名,县,行政村,联结方式,户类型,身份证号码,银行卡号,同意日期,同意方式';
const CARD = '6222021234567894';

beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts] });
  await house.rows(`
    insert into registry.region (code, name, level, parent_code, side, pinyin, province_code)
    values ('620000', '甘肃省', 'province', null, 'west', 'gansu', '620000'), ('620503', '麦积区', 'county', '620000', 'west', 'maijiqu', '620000'),
           ('610000', '陕西省', 'province', null, 'west', 'shanxi', '610000'), ('610199', '同名县', 'county', '610000', 'west', 'tongming', '610000'),
           ('620599', '同名县', 'county', '620000', 'west', 'tongming', '620000')`);
  await house.rows(
    `insert into registry.organisation (id, reference, name_zh, name_en, kind) values ($1, 'S1', '示例合作社', 'Example', 'cooperative')`,
    [supplierId],
  );
  await house.rows(
    `insert into admission.standard (version, published_on, effective_from, criteria, source) values ('2026-1', '2026-01-01', '2026-02-01', '[]', 'test')`,
  );
  await house.rows(
    `insert into admission.application (id, supplier_id, kind, county_code, state, evidence, standard_version)
     values ($1, $2, 'cooperative', '620503', 'draft', '{}', '2026-1')`,
    [applicationId, supplierId],
  );
  browser = await signedIn(supplierId);
});
afterAll(() => house?.close());
beforeEach(async () => {
  await house.rows('delete from admission.linked_household');
  await house.rows('delete from registry.household_sealed');
  await house.rows('delete from registry.household');
  await house.rows('delete from platform.rate_window');
  await house.rows(`update admission.application set state = 'draft'`);
});

async function signedIn(organisationId: string) {
  const { login, password } = await house.person({ role: 'supplier', organisationId });
  const one = house.browser('console');
  await one.signIn(login, password);
  return one;
}

/** Invented: the region 000000 is nobody's, the last character completes the others. */
function idNumber(serial: number): string {
  const body = `00000019710101${String(serial).padStart(3, '0')}`;
  return body + [...'0123456789X'].find((last) => idNumberFault(body + last) === null)!;
}
const line = (serial: number, { name = '示例某', county = '麦积区', on = '2026-09-01' } = {}) =>
  [name, county, '示例村', '订单收购', '脱贫户', idNumber(serial), CARD, on, '签字'].join(',');

async function handIn(lines: string[], who = browser) {
  const bytes = paperwork.encodeGb18030([HEAD, ...lines].join('\r\n'));
  return who.ask('POST', `/imports?kind=linkedHouseholds&scope=${applicationId}&name=a.csv`, bytes, {
    'content-type': 'application/vnd.ms-excel',
  });
}
const confirm = ({ body }: { body: Record<string, unknown> }) =>
  browser.ask(
    'POST',
    `/imports/${body['id']}/confirm`,
    { leaveOutFaulty: true },
    { 'if-match': `"${body['version']}"` },
  );
const look = async ({ body }: { body: Record<string, unknown> }) =>
  (await browser.ask('GET', `/imports/${body['id']}`)).body;

test("a village's list becomes linked households, each with its own consent, and nothing sensitive in the clear", async () => {
  const preview = await handIn([
    line(1),
    line(2, { county: '620503', on: '2026/8/15' }),
    line(3, { county: '甘肃省同名县' }),
  ]);
  expect(preview).toMatchObject({ status: 201, body: { counts: { total: 3, ready: 3 } } });
  expect(await house.count('select count(*) from registry.household')).toBe(0);
  await confirm(preview);
  await house.runImports();
  expect(await look(preview)).toMatchObject({ state: 'done', counts: { written: 3 } });

  const linked = await house.rows(
    `select display_name, county_code, village, model, consent_given_on::text, consent_how, consent_text_version
       from admission.linked_household join registry.household on id = household_id order by consent_given_on, county_code`,
  );
  const common = {
    display_name: '示例某',
    village: '示例村',
    model: 'contractPurchase',
    consent_how: 'signature',
    consent_text_version: '2026-1',
  };
  expect(linked).toEqual([
    { ...common, county_code: '620503', consent_given_on: '2026-08-15' },
    { ...common, county_code: '620503', consent_given_on: '2026-09-01' },
    { ...common, county_code: '620599', consent_given_on: '2026-09-01' },
  ]);
  const [all] = await house.rows<{ text: string }>(
    `select (select string_agg(h::text, '') from registry.household h) || (select string_agg(l::text, '') from admission.linked_household l)
            || (select string_agg(r::text, '') from platform.import_row r) || (select string_agg(content, '') from platform.audit_content) as text`,
  );
  for (const secret of [idNumber(1), CARD, '脱贫户', 'lifted']) expect(all!.text).not.toContain(secret);
});

test('the same household again is the same one; taken off, it comes back with its new consent', async () => {
  await confirm(await handIn([line(1)]));
  await house.runImports();
  const again = await handIn([line(1), line(2)]);
  expect(again.body).toMatchObject({ counts: { known: 1, ready: 1 } });
  await house.rows('update admission.linked_household set removed_at = now()');
  const back = await handIn([line(1, { on: '2026-10-01' })]);
  expect(back.body).toMatchObject({ counts: { ready: 1 } });
  await confirm(back);
  await house.runImports();
  expect(await house.rows(`select consent_given_on::text as on, removed_at from admission.linked_household`)).toEqual([
    { on: '2026-10-01', removed_at: null },
  ]);
  expect(await house.count('select count(*) from registry.household')).toBe(1);
});

test('a list cannot change the card of a household whose supplier is admitted: the row says so', async () => {
  await confirm(await handIn([line(1)]));
  await house.runImports();
  await house.rows(
    `insert into admission.certification (supplier_id, application_id, certified_on, valid_until) values ($1, $2, '2026-01-01', '2099-01-01')`,
    [supplierId, applicationId],
  );
  const { body } = await handIn([line(1).replace(CARD, '6228480402564890018'), line(2)]);
  const { data } = (await browser.ask('GET', `/imports/${body['id']}/rows?state=faulty`)).body;
  await house.rows('delete from admission.certification');
  expect(data).toMatchObject([{ row: 2, faults: [{ column: 'bankCard', code: 'CARD_CHANGE_GUARDED' }] }]);
});

test('what cannot be is told row by row, with what to do about it', async () => {
  const wrongId = line(1).replace(idNumber(1), idNumber(1).replace('1971', '1972'));
  const { body } = await handIn([
    line(2, { county: '没有县' }),
    line(3, { county: '同名县' }),
    line(4, { on: '2099-01-01' }),
    wrongId,
    line(5).replace(CARD, '6222021234567895'),
    line(6).replace('脱贫户', '贫困户'),
    line(7).replace(idNumber(7), `${idNumber(7)}44`),
  ]);
  const rows = (await browser.ask('GET', `/imports/${body['id']}/rows?state=faulty`)).body['data'] as {
    row: number;
    faults: { column: string; code: string; fix: { zh: string } }[];
  }[];
  expect(rows.map(({ row, faults }) => [row, ...faults.map(({ column, code }) => `${column} ${code}`)])).toEqual([
    [2, 'county NO_COUNTY'],
    [3, 'county MANY_COUNTIES'],
    [4, 'consentGivenOn CONSENT_AHEAD'],
    [5, 'idNumber ID_NUMBER_CHECK'],
    [6, 'bankCard BANK_CARD'],
    [7, 'householdKind NOT_A_CHOICE'],
    [8, 'idNumber ID_NUMBER_DISABILITY'],
  ]);
  expect(rows.every(({ faults }) => faults.every(({ fix }) => fix.zh.length > 0))).toBe(true);
});

test("another supplier's application is not there; one that was handed in takes nothing, also in the middle", async () => {
  expect(await handIn([line(1)], await signedIn(randomUUID()))).toMatchObject({ status: 404 });
  const preview = await handIn([line(1)]);
  await house.rows(`update admission.application set state = 'submitted'`);
  expect(await handIn([line(2)])).toMatchObject({ status: 409, code: 'NOT_AT_THIS_STEP' });
  expect(await confirm(preview)).toMatchObject({ status: 409, code: 'NOT_AT_THIS_STEP' });

  await house.rows(`update admission.application set state = 'correctionsRequested'`);
  await confirm(preview);
  await house.rows(`update admission.application set state = 'submitted'`);
  await house.runImports();
  expect(await look(preview)).toMatchObject({ state: 'stopped', stopped: 'NOT_AT_THIS_STEP' });
  expect(await house.count('select count(*) from admission.linked_household')).toBe(0);
});
