import { paperwork } from '@xihuo/testing';
import { CLOSED, cardOf, fileOf, lineOf, openPlanting } from './fixtures/planting';
import { MAIN, sheetOf, workbook } from './fixtures/workbook';
import { runImports } from './run-imports.job';
import { MOST_EMPTY_ROWS } from './table';

const HEAD = `<row>${['姓名', '卡号', '日期'].map((title) => `<c t="inlineStr"><is><t>${title}</t></is></c>`).join('')}</row>`;

let planting: Awaited<ReturnType<typeof openPlanting>>;
beforeAll(async () => {
  planting = await openPlanting();
});
afterAll(() => planting?.house.close());
beforeEach(() => planting.clear());

test('a table is shown, then confirmed, then written; sealed until then and forgotten after', async () => {
  const preview = await planting.handIn(
    paperwork.encodeGb18030(['姓名,卡号,日期,备注', lineOf(1), lineOf(2)].join('\r\n')),
  );
  expect(preview).toMatchObject({
    status: 201,
    headers: { etag: '"2"' },
    body: { state: 'previewed', ignored: ['备注'], counts: { total: 2, ready: 2, known: 0, faulty: 0, written: 0 } },
  });
  expect(await planting.planted()).toBe(0);
  const rows = await planting.browser.ask('GET', `/imports/${preview.body['id']}/rows`);
  expect(rows.body['data']).toMatchObject([
    { row: 2, state: 'ready', cells: { name: '第1户', card: '62************01', since: '2026-09-01' } },
    { row: 3 },
  ]);

  const [kept] = await planting.house.rows<{ text: string }>(
    `select string_agg(import_row::text, '') as text from platform.import_row`,
  );
  expect(kept!.text).not.toContain(cardOf(1));

  expect(await planting.confirm(preview)).toMatchObject({ status: 202, body: { state: 'writing' } });
  await runImports(planting.imports);
  expect(await planting.look(preview)).toMatchObject({ state: 'done', counts: { written: 2 } });
  expect(await planting.planted()).toBe(2);
  expect(await planting.house.count('select count(*) from platform.import_row where content_sealed is not null')).toBe(
    0,
  );
  const said = await planting.house.rows<{ action: string }>(
    `select content::json ->> 'action' as action from platform.audit_content where subject_id = $1 order by entry_id`,
    [preview.body['id']],
  );
  expect(said.map(({ action }) => action)).toEqual(['import.preview', 'import.confirm', 'import.finish']);
  expect((await planting.browser.ask('GET', '/me/notices')).body['data']).toMatchObject([
    { title: '农户导入完成', body: '写入 2 行，已存在 0 行，有误未写入 0 行。' },
  ]);
});

test('faults say row, column, value, reason and fix; sensitive values stay hidden, also in the error file', async () => {
  const preview = await planting.handIn(
    fileOf([
      lineOf(1),
      ',12,31.12.2026',
      lineOf(1),
      `不收,${cardOf(2)},2026/9/1`,
      `=HYPERLINK("a"),${cardOf(3)},20260901`,
      `户,6.2E+15,2026年9月1日`,
    ]),
  );
  expect(preview.body).toMatchObject({ counts: { total: 6, ready: 1, faulty: 5 } });
  const { body } = await planting.browser.ask('GET', `/imports/${preview.body['id']}/rows?state=faulty`);
  const faults = (body['data'] as { row: number; faults: { column: string; value: string; code: string }[] }[]).flatMap(
    ({ row, faults: all }) => all.map(({ column, value, code }) => [row, column, value, code]),
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
  const file = await planting.browser.ask('GET', `/imports/${preview.body['id']}/error-file?format=csv`);
  expect(file.headers).toMatchObject({
    'content-disposition': expect.stringMatching(/^attachment/),
    'cache-control': 'no-store',
  });
  const text = file.bytes.toString();
  expect(text).toContain('"\'=HYPERLINK(""a"")"');
  expect(text).not.toContain(cardOf(2));
  // A row stands once, however much is wrong with it: mended, the file may be handed in again.
  expect(
    text
      .trim()
      .split('\n')
      .map((line) => line.split(',')[0]!.replace(/\D/g, '')),
  ).toEqual(['', '3', '4', '5', '6', '7']);

  expect(await planting.confirm(preview)).toMatchObject({ status: 409, code: 'IMPORT_HAS_FAULTS' });
  expect(await planting.confirm(preview, true)).toMatchObject({ status: 202 });
  await runImports(planting.imports);
  expect(await planting.look(preview)).toMatchObject({ state: 'done', counts: { written: 1, faulty: 5 } });
});

test.each([
  ['a column that must be there', Buffer.from('姓名,日期\n甲,2026-09-01'), 'columns'],
  ['one that is there twice', Buffer.from('姓名,姓名,卡号,日期\n甲,乙,1,2'), 'columns'],
  ['nothing below the head', Buffer.from('姓名,卡号,日期\n'), 'empty'],
  ['too many rows', fileOf(Array.from({ length: 10_001 }, (_, at) => lineOf(at))), 'tooManyRows'],
  ['no table', Buffer.from('%PDF-1.7\n\0'), 'notATable'],
  ['headings of another table', Buffer.from('\u3042,\u3044\n1,2'), 'headings'],
  ['headings that were lost in a wrong encoding', Buffer.from('\ufffd\ufffd,锟斤拷\n1,2'), 'garbled'],
])('%s: refused with the reason, and nothing of it is kept', async (_, bytes, reason) => {
  const answer = await planting.handIn(bytes);
  expect(answer).toMatchObject({
    status: 422,
    code: 'IMPORT_FILE_REFUSED',
    body: { reason, sentence: { zh: expect.any(String) }, fix: { zh: expect.any(String) } },
  });
  expect(
    await planting.house.count(
      `select count(*) from platform.import_row join platform.import on import.id = import_id and import.state in ('reading', 'discarded')`,
    ),
  ).toBe(0);
});

test.each([
  ['csv', async () => Buffer.concat([fileOf([lineOf(1)]), Buffer.alloc(2_000_000, ',\n')])],
  ['xlsx', () => workbook(sheetOf(HEAD + '<row/>'.repeat(1_000_000)))],
])('a million empty rows below the data of a %s: reading ends long before the last', async (_, make) => {
  const answer = await planting.handIn(await make());
  expect(answer).toMatchObject({ status: 422, code: 'IMPORT_FILE_REFUSED', body: { reason: 'emptyRows' } });
  expect(answer.body['row']).toBeLessThan(MOST_EMPTY_ROWS + 10);
  expect(await planting.house.count(`select count(*) from platform.import where state = 'reading'`)).toBe(0);
});

test('merged cells: refused with their place, and the rows above them are not kept', async () => {
  const bytes = await workbook({
    'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><sheetData>${HEAD}<row><c t="inlineStr"><is><t>甲</t></is></c></row>
      <row/></sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells></worksheet>`,
  });
  expect(await planting.handIn(bytes)).toMatchObject({
    status: 422,
    body: { reason: 'mergedCells', range: 'A2:A3', sentence: { zh: '表格中有合并的单元格：A2:A3' } },
  });
  expect(
    await planting.house.count(
      `select count(*) from platform.import_row join platform.import on import.id = import_id and import.state <> 'done'
        where shown ->> 'name' = '甲'`,
    ),
  ).toBe(0);
});

test('a cell that went through a wrong encoding is a fault of its row alone', async () => {
  const preview = await planting.handIn(fileOf([lineOf(1), `锟斤拷,${cardOf(2)},2026-09-01`]));
  expect(preview.body).toMatchObject({ counts: { ready: 1, faulty: 1 } });
  const { body } = await planting.browser.ask('GET', `/imports/${preview.body['id']}/rows?state=faulty`);
  expect(body['data']).toMatchObject([{ row: 3, faults: [{ column: 'name', code: 'GARBLED' }] }]);
});

test("another's import is not there, another's role may not, a closed scope takes nothing, a stale version changes nothing", async () => {
  const preview = await planting.handIn(fileOf([lineOf(1)]));
  const { browser: stranger } = await planting.signedIn('supplier');
  const { browser: county } = await planting.signedIn('countyAgriculture');
  for (const path of ['', '/rows', '/error-file']) {
    expect(await stranger.ask('GET', `/imports/${preview.body['id']}${path}`)).toMatchObject({ status: 404 });
  }
  const version = { 'if-match': `"${preview.body['version']}"` };
  expect(await stranger.ask('POST', `/imports/${preview.body['id']}/confirm`, {}, version)).toMatchObject({
    status: 404,
  });
  expect(await county.ask('POST', `/imports/${preview.body['id']}/confirm`, {}, version)).toMatchObject({
    status: 403,
  });
  expect(await planting.handIn(fileOf([lineOf(1)]), CLOSED)).toMatchObject({ status: 404 });
  expect(await planting.browser.ask('POST', `/imports/${preview.body['id']}/confirm`, {})).toMatchObject({
    status: 428,
  });
  expect(
    await planting.browser.ask('POST', `/imports/${preview.body['id']}/discard`, {}, { 'if-match': '"1"' }),
  ).toMatchObject({
    status: 412,
  });
  expect(await planting.browser.ask('POST', `/imports/${preview.body['id']}/discard`, {}, version)).toMatchObject({
    status: 200,
    body: { state: 'discarded', counts: { total: 0 } },
  });
  expect(await planting.confirm({ body: { ...preview.body, version: 3 } })).toMatchObject({
    status: 409,
    code: 'IMPORT_STATE',
  });
});

test('the template is a table that the import takes', async () => {
  const template = await planting.browser.ask('GET', '/import-templates/linkedHouseholds?format=csv');
  const filled = Buffer.concat([template.bytes, Buffer.from(lineOf(1))]);
  expect(await planting.handIn(filled)).toMatchObject({ status: 201, body: { counts: { ready: 1 } } });
  const workbook = await planting.browser.ask('GET', '/import-templates/linkedHouseholds');
  expect(workbook.headers['content-type']).toMatch(/spreadsheetml/);
  expect(await planting.handIn(workbook.bytes)).toMatchObject({ status: 422, body: { reason: 'empty' } });
});

test('a file of several megabytes is taken, and one byte too many is not', async () => {
  const filler = `备注${'甲'.repeat(1_200)}`;
  const wide = Buffer.from(
    ['姓名,卡号,日期,备注', ...Array.from({ length: 1_000 }, (_, at) => `${lineOf(at)},${filler}`)].join('\n'),
  );
  expect(wide.length).toBeGreaterThan(3 * 1024 * 1024);
  expect(await planting.handIn(wide)).toMatchObject({ status: 201, body: { counts: { ready: 1_000 } } });
  expect(await planting.handIn(Buffer.alloc(8 * 1024 * 1024 + 1, 'a'))).toMatchObject({
    status: 413,
    code: 'BODY_TOO_LARGE',
  });
});
