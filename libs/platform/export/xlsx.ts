import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { isLikeFormula } from './inert';
import type { ExportCell, ExportTable } from './table';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The day the format of zip begins: the same tables are the same bytes whenever they are written. */
const BEGINNING = new Date(1980, 0, 1);

/** Cell formats, by their place in `cellXfs` below. */
const PLAIN = 0;
const TITLE = 1;
const TEXT = 2;

/** A workbook of one sheet a table: texts stand as texts, whatever they begin with, and nothing in it calculates. */
export function xlsxStream(tables: readonly ExportTable[]): Readable {
  const zip = new ZipFile();
  const out = zip.outputStream as unknown as Readable;
  const add = (name: string, text: string) =>
    zip.addBuffer(Buffer.from(HEAD + text), name, { mtime: BEGINNING, forceDosTimestamp: true });
  add('[Content_Types].xml', contentTypes(tables.length));
  add('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]));
  add('xl/workbook.xml', workbook(tables));
  add(
    'xl/_rels/workbook.xml.rels',
    relations([
      ...tables.map((_, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`]),
      ['styles', 'styles.xml'],
    ]),
  );
  add('xl/styles.xml', STYLES);
  tables.forEach((table, at) =>
    // Written row by row as the zip asks for it: a long table does not stand in memory twice.
    zip.addReadStreamLazy(`xl/worksheets/sheet${at + 1}.xml`, { mtime: BEGINNING, forceDosTimestamp: true }, (take) => {
      const rows = Readable.from(sheet(table), { objectMode: false });
      // Whoever leaves in the middle wants no further row.
      out.once('close', () => rows.destroy());
      // And whoever takes the file must not believe that half of it is whole.
      rows.once('error', (error) => out.destroy(error));
      take(null, rows);
    }),
  );
  zip.end();
  return out;
}

/** Characters handed on at once. */
const PIECE = 16 * 1024;

async function* sheet({ columns, rows }: ExportTable): AsyncGenerator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">`;
  yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>';
  yield columns
    .map(
      ({ width = 18 }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1" style="${TEXT}"/>`,
    )
    .join('');
  yield '</cols><sheetData>';
  yield `<row>${columns.map(({ title }) => textCell(title, TITLE)).join('')}</row>`;
  let piece = '';
  for await (const row of rows) {
    piece += `<row>${row.map(cellOf).join('')}</row>`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}</sheetData></worksheet>`;
}

function cellOf(cell: ExportCell): string {
  if (cell === null || cell === '') return '<c/>';
  if (typeof cell === 'number') return `<c s="${PLAIN}"><v>${cell}</v></c>`;
  return textCell(cell, TEXT);
}

/** A string is never calculated; the quote prefix keeps it one when somebody edits the cell. */
function textCell(text: string, style: number): string {
  const shown = style === TEXT && isLikeFormula(text) ? TEXT + 1 : style;
  return `<c s="${shown}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Also without what XML cannot hold at all. */
function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign]!);
}

/** A sheet's name is short and free of the signs that formulas use for addresses. */
function sheetName(name: string): string {
  return escapeXml(name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31));
}

function workbook(tables: readonly ExportTable[]): string {
  const sheets = tables.map(
    ({ name }, at) => `<sheet name="${sheetName(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

function relations(of: readonly [type: string, target: string][]): string {
  const all = of.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${RELATIONS}">${all.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${SHEET}.${type}+xml"/>`;
  return [
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part('workbook', 'sheet.main'),
    part('styles', 'styles'),
    ...Array.from({ length: sheets }, (_, at) => part(`worksheets/sheet${at + 1}`, 'worksheet')),
    '</Types>',
  ].join('');
}

/** Number format 49 is text: what somebody types into such a column stays as typed, ID numbers too. */
const STYLES = [
  `<styleSheet xmlns="${MAIN}">`,
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="4">',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyNumberFormat="1"/>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/>',
  '</cellXfs></styleSheet>',
].join('');
