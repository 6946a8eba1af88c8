import { deflateRawSync } from 'node:zlib';
import { paperwork } from '@xihuo/testing';
import fc from 'fast-check';
import { exportFile } from '../export/stream-file';
import type { ExportFormat, ExportTable } from '../export/table';
import { collect, MAIN, sheetOf, workbook, zipOf } from './fixtures/workbook';
import { readTable } from './read-table';
import type { TableRow } from './table';

async function rowsOf(bytes: Buffer): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of readTable(bytes)) rows.push(row);
  return rows;
}
const textsOf = async (bytes: Buffer) =>
  (await rowsOf(bytes)).map(({ cells }) => Array.from(cells, (cell) => cell?.text ?? ''));
const refusal = async (bytes: Buffer) =>
  rowsOf(bytes).then(
    () => 'taken',
    (error: { code: string; extra: { reason: string } }) => `${error.code} ${error.extra.reason}`,
  );

const fileOf = async (format: ExportFormat, table: ExportTable) =>
  Buffer.from((await exportFile('a', format, [table])).bytes);

describe('csv', () => {
  const text = '户主姓名,村\r\n吴丽华,永宁村\n"周,强","南""山"\r\n';
  const read = [
    ['户主姓名', '村'],
    ['吴丽华', '永宁村'],
    ['周,强', '南"山'],
  ];

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['GB 18030, as Chinese Windows saves it', paperwork.encodeGb18030(text)],
    ['UTF-16, as "Unicode text"', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['tabs', Buffer.from('户主姓名\t村\n吴丽华\t永宁村\n"周,强"\t"南""山"')],
    ['semicolons', Buffer.from('户主姓名;村\n吴丽华;永宁村\n周,强;"南""山"')],
  ])('%s', async (_, bytes) => {
    expect(await textsOf(bytes)).toEqual(read);
  });

  it('numbers rows as a spreadsheet shows them, also behind a line break in a cell and an empty row', async () => {
    const rows = await rowsOf(Buffer.from('甲\n"一\n二"\n\n三\n'));
    expect(rows.map(({ number, cells }) => [number, cells[0]?.text])).toEqual([
      [1, '甲'],
      [2, '一\n二'],
      [3, ''],
      [4, '三'],
    ]);
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0', 'latin1'), 'notATable'],
    ['a quote that never ends', Buffer.from('甲,乙\n"一,二\n'), 'damaged'],
    ['two hundred columns', Buffer.from(Array.from({ length: 200 }, (_, at) => `列${at}`).join(',')), 'tooManyColumns'],
    ['a row of a thousand cells', Buffer.from(','.repeat(1000)), 'tooManyColumns'],
    ['an old or encrypted workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'oldWorkbook'],
  ])('%s is refused', async (_, bytes, reason) => {
    expect(await refusal(bytes)).toBe(`IMPORT_FILE_REFUSED ${reason}`);
  });
});

describe('xlsx', () => {
  it('reads shared, inline and calculated texts, days, numbers and truths, each in its column', async () => {
    const bytes = await workbook({
      ...sheetOf(`
        <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><t>永宁村</t></is></c></row>
        <row r="4"><c r="A4" s="1"><v>45170</v></c><c r="B4"><v>0.30000000000000004</v></c><c r="C4" t="b"><v>1</v></c>
          <c r="D4"><f>A1&amp;"x"</f><v>9</v></c><c r="E4" t="e"><v>#REF!</v></c><c r="F4"><v>6.2050319800101E+17</v></c></row>`),
      'xl/sharedStrings.xml': `<sst ${MAIN}><si><r><t>吴</t></r><r><t>丽华</t></r><rPh><t>wú</t></rPh></si></sst>`,
      'xl/styles.xml': `<styleSheet ${MAIN}><numFmts><numFmt numFmtId="200" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs></styleSheet>`,
    });
    const [first, second] = await rowsOf(bytes);
    expect([first!.number, ...Array.from(first!.cells, (cell) => cell?.text)]).toEqual([
      2,
      '吴丽华',
      undefined,
      '永宁村',
    ]);
    expect([second!.number, ...second!.cells]).toEqual([
      4,
      { text: '2023-09-01', kind: 'text' },
      { text: '0.3', kind: 'number' },
      { text: 'TRUE', kind: 'text' },
      { text: '9', kind: 'formula' },
      { text: '#REF!', kind: 'error' },
      { text: '620503198001010000', kind: 'number' },
    ]);
  });

  it('reads the first sheet that can be seen, with prefixed elements, days from 1904 and targets from the root too', async () => {
    const bytes = await workbook({
      'xl/workbook.xml': `<x:workbook xmlns:x="m"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="h" state="hidden" r:id="rId1"/>
        <x:sheet name="s" r:id="rId2"/></x:sheets></x:workbook>`,
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId2" Target="/xl/other.xml"/></Relationships>',
      'xl/styles.xml': `<styleSheet ${MAIN}><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>`,
      'xl/other.xml':
        '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c><x:v>43708</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    });
    expect(await textsOf(bytes)).toEqual([['2023-09-01']]);
  });

  it('hands rows on before the sheet has ended', async () => {
    const bytes = await workbook(sheetOf(`${'<row><c><v>1</v></c></row>'.repeat(20_000)}<row><c r="?"/></row>`));
    const rows = readTable(bytes);
    for (let row = 0; row < 10; row += 1) expect((await rows.next()).value).toMatchObject({ number: row + 1 });
    await rows.return(undefined);
  });

  it.each([
    ['a zip that is no workbook', async () => collect(zipOf({ 'a.txt': 'a' })), 'notATable'],
    ['a workbook cut short', async () => (await workbook(sheetOf('<row/>'))).subarray(0, 200), 'damaged'],
    ['XML that does not close', () => workbook(sheetOf('<row>')), 'damaged'],
    ['rows that run backwards', () => workbook(sheetOf('<row r="3"/><row r="2"/>')), 'damaged'],
    [
      'no sheet that can be seen',
      () =>
        workbook({
          'xl/workbook.xml': '<workbook><sheets><sheet state="veryHidden" r:id="rId1"/></sheets></workbook>',
        }),
      'empty',
    ],
    [
      'a cell of several rows, even behind everything else',
      () =>
        workbook({
          'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><sheetData><row r="1"><c><v>1</v></c></row></sheetData>
            <mergeCells count="2"><mergeCell ref="A9"/><mergeCell ref="B2:B5"/></mergeCells></worksheet>`,
        }),
      'mergedCells',
    ],
    ['two hundred columns', () => workbook(sheetOf(`<row>${'<c><v>1</v></c>'.repeat(200)}</row>`)), 'tooManyColumns'],
    [
      'more shared texts than cells',
      () =>
        workbook({
          ...sheetOf('<row><c t="s"><v>0</v></c></row>'),
          'xl/sharedStrings.xml': `<sst>${'<si><t>a</t></si>'.repeat(500_001)}</sst>`,
        }),
      'tooLarge',
    ],
    ['a cell far to the right', () => workbook(sheetOf('<row><c r="XFD1"><v>1</v></c></row>')), 'tooManyColumns'],
    [
      'entities of its own',
      () => workbook({ 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "bbbbbbbb">]><worksheet>&b;</worksheet>' }),
      'damaged',
    ],
    ['a bomb', () => workbook(sheetOf(' '.repeat(80 * 1024 * 1024))), 'tooLarge'],
    [
      'a thousand parts',
      () => workbook(Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`xl/media/${at}`, '']))),
      'tooLarge',
    ],
  ])('%s is refused', async (_, make, reason) => {
    expect(await refusal(await make())).toBe(`IMPORT_FILE_REFUSED ${reason}`);
  });

  it('does not believe a bomb that says it is small', async () => {
    const huge = Buffer.alloc(40 * 1024 * 1024, ' ');
    const honest = await workbook(sheetOf(huge.toString()));
    // The size of the sheet as the directory has it, in both headers' form.
    const said = Buffer.alloc(4);
    const sheet = sheetOf(huge.toString())['xl/worksheets/sheet1.xml'];
    said.writeUInt32LE(Buffer.byteLength(sheet!));
    const lying = Buffer.from(honest);
    for (let at = lying.indexOf(said); at >= 0; at = lying.indexOf(said, at + 4)) lying.writeUInt32LE(1000, at);
    expect(deflateRawSync(huge).length).toBeLessThan(100_000);
    expect(await refusal(lying)).toBe('IMPORT_FILE_REFUSED damaged');
  });
});

it('reads back what it writes, as csv and as xlsx', async () => {
  // A leading mark is taken for one, and what would calculate comes out otherwise on purpose.
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .map((text) => `x${text.replace(/[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu, '')}`);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }), async (rows) => {
      const table = { name: '表', columns: [{ title: '甲' }, { title: '乙' }], rows };
      const read = [['甲', '乙'], ...rows];
      expect(await textsOf(await fileOf('csv', table))).toEqual(read);
      expect(await textsOf(await fileOf('xlsx', table))).toEqual(read);
    }),
    { numRuns: 40 },
  );
});

it('writes the same table as the same bytes', async () => {
  const table = { name: '表', columns: [{ title: '甲' }], rows: [['一'], [2], [null]] };
  expect((await fileOf('xlsx', table)).equals(await fileOf('xlsx', table))).toBe(true);
});
