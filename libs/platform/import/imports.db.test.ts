import { fail } from '@xihuo/contract';
import { encodeGb18030, openHouse, type House } from '@xihuo/testing';
import type { Kit } from '../context/kit';
import { statement } from '../database/statement';
import { exportFile } from '../export/export-file';
import { sweep } from '../jobs/sweep.job';
import { codeColumn, dayColumn, textColumn } from './columns';
import { defineImport } from './definition';
import { Imports } from './imports';
import { previewImport } from './preview-import';
import { runImports } from './run-imports.job';

interface Household {
  name: string;
  card: string;
  since: string;
}

const words = (zh: string) => ({ zh, en: zh });
const described = (zh: string) => ({ title: words(zh), hint: words(zh), sample: '' });
const known = statement<{ card: string }>('test.planted_known', 'select card from planted where card = any ($1)');
const plant = statement('test.plant', `insert into planted select $1, name, card, since from unnest($2::text[], $3::text[], $4::text[]) as row (name, card, since)`);
const CLOSED = '00000000-0000-7000-8000-00000000000f';

/** Whether the scope takes rows at present; a test closes it in the middle. */
let open = true;

const definition = defineImport<Household>({
  kind: 'linkedHouseholds',
  title: words('农户'),
  roles: ['supplier'],
  columns: {
    name: textColumn(described('姓名'), 10),
    card: { ...codeColumn(described('卡号'), (code) => (/^\d{16}$/.test(code) ? null : { code: 'FORM', reason: words('应为16位'), fix: words('核对') })), sensitive: true },
    since: dayColumn(described('日期')),
  },
  keyOf: ({ card }) => card,
  async admit(_tx, scopeId) {
    if (scopeId === CLOSED) throw fail('NOT_FOUND');
  },
  async inspect(tx, _scopeId, rows) {
    const there = new Set((await tx.sql(known, [rows.map(({ card }) => card)])).map(({ card }) => card));
    return rows.map(({ card, name }) => {
      if (there.has(card)) return 'known';
      return name === '不收' ? { code: 'NOT_TAKEN', column: 'name', reason: words('不收'), fix: words('换人') } : 'new';
    });
  },
  async write(tx, scopeId, rows) {
    if (!open) throw fail('NOT_AT_THIS_STEP');
    await tx.sql(plant, [scopeId, rows.map(({ name }) => name), rows.map(({ card }) => card), rows.map(({ since }) => since)]);
  },
});

let house: House;
let imports: Imports;
let browser: ReturnType<House['browser']>;
let scopes = 0;

beforeAll(async () => {
  house = await openHouse({ parts: [{ name: 'planting', imports: [definition] }] });
  imports = new Imports(house.database, house.vault, [definition]);
  await house.rows(`create table planted (scope uuid not null, name text not null check (name <> '毒'), card text primary key, since text not null)`);
  await house.rows('grant select, insert on planted to xihuo_app');
  browser = await signedIn('supplier');
});
afterAll(() => house?.close());
beforeEach(async () => {
  open = true;
  await house.rows('delete from planted');
  await house.rows('delete from platform.rate_window');
});

async function signedIn(role: 'supplier' | 'countyAgriculture') {
  const { login, password } = await house.person({ role });
  const one = house.browser('console');
  await one.signIn(login, password);
  return one;
}

const newScope = () => `00000000-0000-7000-8000-${String(++scopes).padStart(12, '0')}`;
const cardOf = (number: number) => String(6_200_000_000_000_000 + number);
const lineOf = (number: number) => `第${number}户,${cardOf(number)},2026-09-01`;
const fileOf = (lines: string[]) => Buffer.from(['姓名,卡号,日期', ...lines].join('\n'));

async function handIn(bytes: Buffer, scope = newScope(), who = browser) {
  return who.ask('POST', `/imports?kind=linkedHouseholds&scope=${scope}&name=${encodeURIComponent('农户.csv')}`, bytes, { 'content-type': 'text/csv' });
}
const confirm = ({ body }: { body: Record<string, unknown> }, leaveOutFaulty = false) =>
  browser.ask('POST', `/imports/${body['id']}/confirm`, { leaveOutFaulty }, { 'if-match': `"${body['version']}"` });
const look = async ({ body }: { body: Record<string, unknown> }) => (await browser.ask('GET', `/imports/${body['id']}`)).body;
const planted = () => house.count('select count(*) from planted');

test('a table is shown, then confirmed, then written; sealed until then and forgotten after', async () => {
  const preview = await handIn(encodeGb18030(['姓名,卡号,日期,备注', lineOf(1), lineOf(2)].join('\r\n')));
  expect(preview).toMatchObject({
    status: 201,
    headers: { etag: '"2"' },
    body: { state: 'previewed', ignored: ['备注'], counts: { total: 2, ready: 2, known: 0, faulty: 0, written: 0 } },
  });
  expect(await planted()).toBe(0);
  const rows = await browser.ask('GET', `/imports/${preview.body['id']}/rows`);
  expect(rows.body['data']).toMatchObject([{ row: 2, state: 'ready', cells: { name: '第1户', card: '62************01', since: '2026-09-01' } }, { row: 3 }]);

  const [kept] = await house.rows<{ text: string }>(`select string_agg(import_row::text, '') as text from platform.import_row`);
  expect(kept!.text).not.toContain(cardOf(1));

  expect(await confirm(preview)).toMatchObject({ status: 202, body: { state: 'writing' } });
  await runImports(imports);
  expect(await look(preview)).toMatchObject({ state: 'done', counts: { written: 2 } });
  expect(await planted()).toBe(2);
  expect(await house.count('select count(*) from platform.import_row where content_sealed is not null')).toBe(0);
  const said = await house.rows<{ action: string }>(
    `select content::json ->> 'action' as action from platform.audit_content where subject_id = $1 order by entry_id`,
    [preview.body['id']],
  );
  expect(said.map(({ action }) => action)).toEqual(['import.preview', 'import.confirm', 'import.finish']);
  expect((await browser.ask('GET', '/me/notices')).body['data']).toMatchObject([{ title: '农户导入完成', body: '写入 2 行，已存在 0 行，有误未写入 0 行。' }]);
});

test('faults say row, column, value, reason and fix; sensitive values stay hidden, also in the error file', async () => {
  const preview = await handIn(
    fileOf([lineOf(1), ',12,31.12.2026', lineOf(1), `不收,${cardOf(2)},2026/9/1`, `=HYPERLINK("a"),${cardOf(3)},20260901`, `户,6.2E+15,2026年9月1日`]),
  );
  expect(preview.body).toMatchObject({ counts: { total: 6, ready: 1, faulty: 5 } });
  const { body } = await browser.ask('GET', `/imports/${preview.body['id']}/rows?state=faulty`);
  const faults = (body['data'] as { row: number; faults: { column: string; value: string; code: string }[] }[]).flatMap(({ row, faults: all }) =>
    all.map(({ column, value, code }) => [row, column, value, code]),
  );
  expect(faults).toEqual([
    [3, 'name', '', 'EMPTY'],
    [3, 'card', '**', 'FORM'],
    [3, 'since', '31.12.2026', 'NOT_A_DAY'],
    [4, null, '', 'REPEATED'],
    [5, 'name', '不收', 'NOT_TAKEN'],
    [6, 'name', '=HYPERLINK("a")', 'FORMULA'],
    [7, 'card', '*******', 'DIGITS_LOST'],
  ]);
  const file = await browser.ask('GET', `/imports/${preview.body['id']}/error-file?format=csv`);
  expect(file.headers).toMatchObject({ 'content-disposition': expect.stringMatching(/^attachment/), 'cache-control': 'no-store' });
  const text = file.bytes.toString();
  expect(text).toContain('"\'=HYPERLINK(""a"")"');
  expect(text).not.toContain(cardOf(2));

  expect(await confirm(preview)).toMatchObject({ status: 409, code: 'IMPORT_HAS_FAULTS' });
  expect(await confirm(preview, true)).toMatchObject({ status: 202 });
  await runImports(imports);
  expect(await look(preview)).toMatchObject({ state: 'done', counts: { written: 1, faulty: 5 } });
});

test('ten thousand rows, killed in the middle, are each written once', async () => {
  const lines = Array.from({ length: 10_000 }, (_, at) => lineOf(at));
  const rows = lines.map((line) => line.split(','));
  const { bytes } = await exportFile('a', 'xlsx', [{ name: 'a', columns: ['姓名', '卡号', '日期'].map((title) => ({ title })), rows }]);
  const preview = await handIn(Buffer.from(bytes));
  expect(preview.body).toMatchObject({ counts: { total: 10_000, ready: 10_000 } });
  await confirm(preview);
  // What a killed worker leaves: some chunks written, the import still under way.
  let chunks = 0;
  const dying = new Imports(house.database, house.vault, [
    {
      ...definition,
      async write(...all) {
        if ((chunks += 1) > 3) throw Object.assign(new Error('killed'), { code: '57P01' });
        return definition.write(...all);
      },
    },
  ]);
  await expect(runImports(dying)).rejects.toThrow('killed');
  expect(await planted()).toBe(1_500);
  expect(await look(preview)).toMatchObject({ state: 'writing', counts: { written: 1_500, ready: 8_500 } });
  await runImports(imports);
  expect(await planted()).toBe(10_000);
  expect(await look(preview)).toMatchObject({ state: 'done', counts: { written: 10_000 } });
});

test('a reading that broke off goes on with the same file; the finished file again finds everything there', async () => {
  const [scope, bytes] = [newScope(), fileOf(Array.from({ length: 1_200 }, (_, at) => lineOf(at)))];
  let looks = 0;
  const dying = {
    ...definition,
    async inspect(...all: Parameters<typeof definition.inspect>) {
      if ((looks += 1) > 2) throw new Error('connection lost');
      return definition.inspect(...all);
    },
  };
  const [me] = await house.rows<{ id: string }>('select created_by as id from platform.import limit 1');
  const ask = { name: 'test', actor: { kind: 'person' as const, personId: me!.id, grants: [{ role: 'supplier' as const, organisationId: null, jurisdiction: null, householdId: null }] }, requestId: 'test' };
  const handed = { kind: 'linkedHouseholds' as const, scopeId: scope, fileName: 'a.csv', bytes };
  await expect(previewImport(new Imports(house.database, house.vault, [dying]), ask, handed)).rejects.toThrow('connection lost');
  const resumed = await handIn(bytes, scope);
  expect(resumed.body).toMatchObject({ state: 'previewed', counts: { total: 1_200, ready: 1_200 } });
  expect(await house.count('select count(*) from platform.import where scope_id = $1', [scope])).toBe(1);

  await confirm(resumed);
  await runImports(imports);
  const again = await handIn(bytes, scope);
  expect(again.body['id']).not.toBe(resumed.body['id']);
  expect(again.body).toMatchObject({ counts: { known: 1_200, ready: 0 } });
  expect(await confirm(again)).toMatchObject({ status: 409, code: 'IMPORT_EMPTY' });
});

test('where the scope closes in the middle it stops with the reason, and goes on once confirmed again', async () => {
  const preview = await handIn(fileOf([lineOf(1)]));
  await confirm(preview);
  open = false;
  await runImports(imports);
  const stopped = { body: await look(preview) };
  expect(stopped.body).toMatchObject({ state: 'stopped', stopped: 'NOT_AT_THIS_STEP', counts: { ready: 1 } });
  open = true;
  expect(await confirm(stopped)).toMatchObject({ status: 202 });
  await runImports(imports);
  expect(await look(preview)).toMatchObject({ state: 'done', counts: { written: 1 } });
});

test('a row that cannot be written is left out and holds up nobody', async () => {
  const preview = await handIn(fileOf([...Array.from({ length: 40 }, (_, at) => lineOf(at)), `毒,${cardOf(99)},2026-09-01`, lineOf(50)]));
  await confirm(preview);
  await runImports(imports);
  expect(await look(preview)).toMatchObject({ state: 'done', counts: { written: 41, faulty: 1 } });
  const { body } = await browser.ask('GET', `/imports/${preview.body['id']}/rows?state=faulty`);
  expect(body['data']).toMatchObject([{ row: 42, faults: [{ code: 'NOT_WRITTEN' }] }]);
});

test('what was added by hand since the preview is found there', async () => {
  const preview = await handIn(fileOf([lineOf(1), lineOf(2)]));
  await house.rows(`insert into planted values ($1, '甲', $2, '2026-09-01')`, [newScope(), cardOf(1)]);
  await confirm(preview);
  await runImports(imports);
  expect(await look(preview)).toMatchObject({ state: 'done', counts: { written: 1, known: 1 } });
});

test.each([
  ['a column that must be there', Buffer.from('姓名,日期\n甲,2026-09-01'), 'columns'],
  ['one that is there twice', Buffer.from('姓名,姓名,卡号,日期\n甲,乙,1,2'), 'columns'],
  ['nothing below the head', Buffer.from('姓名,卡号,日期\n'), 'empty'],
  ['too many rows', fileOf(Array.from({ length: 10_001 }, (_, at) => lineOf(at))), 'tooManyRows'],
  ['no table', Buffer.from('%PDF-1.7\n\0'), 'notATable'],
])('%s: refused with the reason, and nothing of it is kept', async (_, bytes, reason) => {
  const answer = await handIn(bytes);
  expect(answer).toMatchObject({ status: 422, code: 'IMPORT_FILE_REFUSED', body: { reason, sentence: { zh: expect.any(String) }, fix: { zh: expect.any(String) } } });
  expect(await house.count(`select count(*) from platform.import_row join platform.import on import.id = import_id and import.state in ('reading', 'discarded')`)).toBe(0);
});

test("another's import is not there, another's role may not, a closed scope takes nothing, a stale version changes nothing", async () => {
  const preview = await handIn(fileOf([lineOf(1)]));
  const [stranger, county] = [await signedIn('supplier'), await signedIn('countyAgriculture')];
  for (const path of ['', '/rows', '/error-file']) {
    expect(await stranger.ask('GET', `/imports/${preview.body['id']}${path}`)).toMatchObject({ status: 404 });
  }
  const version = { 'if-match': `"${preview.body['version']}"` };
  expect(await stranger.ask('POST', `/imports/${preview.body['id']}/confirm`, {}, version)).toMatchObject({ status: 404 });
  expect(await county.ask('POST', `/imports/${preview.body['id']}/confirm`, {}, version)).toMatchObject({ status: 403 });
  expect(await handIn(fileOf([lineOf(1)]), CLOSED)).toMatchObject({ status: 404 });
  expect(await browser.ask('POST', `/imports/${preview.body['id']}/confirm`, {})).toMatchObject({ status: 428 });
  expect(await browser.ask('POST', `/imports/${preview.body['id']}/discard`, {}, { 'if-match': '"1"' })).toMatchObject({ status: 412 });
  expect(await browser.ask('POST', `/imports/${preview.body['id']}/discard`, {}, version)).toMatchObject({ status: 200, body: { state: 'discarded', counts: { total: 0 } } });
  expect(await confirm({ body: { ...preview.body, version: 3 } })).toMatchObject({ status: 409, code: 'IMPORT_STATE' });
});

test('the template is a table that the import takes', async () => {
  const template = await browser.ask('GET', '/import-templates/linkedHouseholds?format=csv');
  const filled = Buffer.concat([template.bytes, Buffer.from(lineOf(1))]);
  expect(await handIn(filled)).toMatchObject({ status: 201, body: { counts: { ready: 1 } } });
  const workbook = await browser.ask('GET', '/import-templates/linkedHouseholds');
  expect(workbook.headers['content-type']).toMatch(/spreadsheetml/);
  expect(await handIn(workbook.bytes)).toMatchObject({ status: 422, body: { reason: 'empty' } });
});

test('a preview that nobody confirms is given up after a week, with all that was in it', async () => {
  const preview = await handIn(fileOf([lineOf(1)]));
  await sweep.run({ database: house.database, log: { info: () => undefined } } as unknown as Kit);
  expect(await look(preview)).toMatchObject({ state: 'previewed' });
  await house.setClock('8 days');
  await sweep.run({ database: house.database, log: { info: () => undefined } } as unknown as Kit);
  await house.setClock('0');
  expect(await look(preview)).toMatchObject({ state: 'discarded', counts: { total: 0 } });
  expect(await house.count('select count(*) from platform.import_row where import_id = $1', [preview.body['id']])).toBe(0);
});
