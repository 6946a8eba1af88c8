import { deflateSync } from 'node:zlib';
import { widthOf, writtenIn, type Font } from './pdf-text';
import type { ExportCell, ExportTable } from './table';

/** What a PDF of tables is: a title, words under it, tables one after the other, and what stands at the foot of every page. */
export interface PdfPaper {
  readonly title: string;
  readonly under: readonly string[];
  readonly tables: readonly ExportTable[];
  readonly foot: string;
}

/** A4 lying, in points. */
const [WIDTH, HEIGHT] = [842, 595];
const MARGIN = 36;
const ROW = 15;
/** From one line of a text to the next. */
const LINE = 11;
const SIZE = 8.5;
const TITLE_SIZE = 15;
const GAP = 6;
/** Share of the page's width of a column that does not say how wide it is. */
const USUAL = 10;
const LOWEST = MARGIN + 2 * ROW;

/** Numbers of the objects that stand before the first page. */
const [CATALOG, PAGES, INFO] = [1, 2, 3];
const FIXED = 7;

interface Column {
  readonly title: string;
  readonly left: number;
  readonly width: number;
  readonly decimals: number | undefined;
}

/**
 * Tables as a PDF that is written while its rows are read: a page is sent when it is full, and only where each object begins is
 * remembered, so that a paper of any length takes the memory of a page. Text is text: it is searched and copied. Chinese is of the font
 * that PDF names for it (STSong-Light, as every reader of PDF brings or replaces it), so that no font of megabytes is sent along.
 */
export async function* pdfPieces(paper: PdfPaper): AsyncGenerator<Buffer> {
  const offsets: number[] = [];
  const pages: number[] = [];
  let length = 0;
  const counted = (piece: Buffer): Buffer => {
    length += piece.length;
    return piece;
  };
  const object = (number: number, body: string | Buffer[]): Buffer => {
    offsets[number] = length;
    const inside = typeof body === 'string' ? [Buffer.from(body, 'latin1')] : body;
    return counted(Buffer.concat([Buffer.from(`${number} 0 obj\n`), ...inside, Buffer.from('\nendobj\n')]));
  };
  yield counted(Buffer.from('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n', 'latin1'));
  for (const [at, body] of fixedObjects(paper.title).entries()) yield object(INFO + at, body);
  for await (const drawn of drawnPages(paper)) {
    const content = deflateSync(drawn);
    const [own, page] = [FIXED + 1 + 2 * pages.length, FIXED + 2 + 2 * pages.length];
    const head = `<</Length ${content.length}/Filter/FlateDecode>>stream\n`;
    yield object(own, [Buffer.from(head), content, Buffer.from('\nendstream')]);
    yield object(page, `<</Type/Page/Parent ${PAGES} 0 R/Contents ${own} 0 R>>`);
    pages.push(page);
  }
  const kids = pages.map((page) => `${page} 0 R`).join(' ');
  const fonts = '<</F1 4 0 R/F2 5 0 R>>';
  const shared = `/MediaBox[0 0 ${WIDTH} ${HEIGHT}]/Resources<</Font${fonts}>>`;
  yield object(PAGES, `<</Type/Pages/Count ${pages.length}/Kids[${kids}]${shared}>>`);
  yield object(CATALOG, `<</Type/Catalog/Pages ${PAGES} 0 R>>`);
  yield trailerOf(offsets, length);
}

function fixedObjects(title: string): string[] {
  const system = '/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 5>>';
  return [
    `<</Title<feff${Buffer.from(title, 'utf16le').swap16().toString('hex')}>>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[6 0 R]>>',
    `<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light${system}/DW 1000/FontDescriptor 7 0 R>>`,
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
  ];
}

function trailerOf(offsets: readonly number[], length: number): Buffer {
  const places = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const trailer = `<</Size ${offsets.length}/Root ${CATALOG} 0 R/Info ${INFO} 0 R>>`;
  return Buffer.from(
    `xref\n0 ${offsets.length}\n0000000000 65535 f \n${places.join('')}trailer\n${trailer}\nstartxref\n${length}\n%%EOF\n`,
  );
}

/** What stands on each page, in the language of PDF; a table's heads stand on every page it goes on, and one without rows on none. */
async function* drawnPages({ title, under, tables, foot }: PdfPaper): AsyncGenerator<string> {
  let number = 1;
  let drawn = textAt(title, MARGIN, HEIGHT - MARGIN - TITLE_SIZE, TITLE_SIZE);
  let y = HEIGHT - MARGIN - TITLE_SIZE - ROW;
  for (const line of under) {
    drawn += textAt(line, MARGIN, y, SIZE);
    y -= ROW;
  }
  const turned = () => {
    const whole = drawn + footOf(foot, number);
    number += 1;
    drawn = '';
    y = HEIGHT - MARGIN - ROW;
    return whole;
  };
  for (const table of tables) {
    const columns = columnsOf(table);
    let isBegun = false;
    for await (const row of table.rows) {
      if (!isBegun) {
        if (y < LOWEST + 3 * ROW) yield turned();
        y -= ROW;
        drawn += textAt(table.name, MARGIN, y, SIZE + 2);
        y -= ROW;
        drawn += headsOf(columns, y);
        isBegun = true;
      }
      y -= ROW;
      const lines = table.whole ? linesOf(columns, row) : [row];
      for (const [at, line] of lines.entries()) {
        if (at > 0) y -= LINE;
        if (y < LOWEST) {
          yield turned();
          drawn += headsOf(columns, y);
          y -= ROW;
        }
        drawn += rowOf(columns, line, y);
      }
    }
    y -= ROW;
  }
  yield turned();
}

function columnsOf({ columns }: ExportTable): Column[] {
  const all = columns.reduce((sum, { width = USUAL }) => sum + width, 0);
  let left = MARGIN;
  return columns.map(({ title, width = USUAL, decimals }) => {
    const column = { title, left, width: ((WIDTH - 2 * MARGIN) * width) / all, decimals };
    left += column.width;
    return column;
  });
}

function headsOf(columns: readonly Column[], y: number): string {
  const rule = `0.5 w ${MARGIN} ${y - 4} m ${WIDTH - MARGIN} ${y - 4} l S\n`;
  return columns.map((column) => cellAt(column.title, column, y)).join('') + rule;
}

function rowOf(columns: readonly Column[], row: readonly ExportCell[], y: number): string {
  return columns
    .map((column, at) => {
      const cell = row[at] ?? '';
      const text = typeof cell === 'string' ? cell : cell.toFixed(column.decimals);
      return cellAt(text, column, y);
    })
    .join('');
}

/** A row whose texts take several lines, as so many rows of one. */
function linesOf(columns: readonly Column[], row: readonly ExportCell[]): (readonly ExportCell[])[] {
  const wrapped = columns.map(({ width, decimals }, at) => {
    const cell = row[at] ?? '';
    return typeof cell === 'string' && decimals === undefined ? brokenAt(cell, width - GAP) : [cell];
  });
  const most = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: most }, (_, line) => wrapped.map((lines) => lines[line] ?? ''));
}

/** A text in lines of that width: Latin words stay whole where they fit, Chinese breaks anywhere. */
function brokenAt(text: string, room: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.match(/[!-~]+ ?| |[^ -~]/g) ?? []) {
      for (const piece of widthOf(word, SIZE) > room ? word : [word]) {
        if (line !== '' && widthOf(line + piece.trimEnd(), SIZE) > room) {
          lines.push(line.trimEnd());
          line = '';
        }
        line += piece;
      }
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

/** As much of a text as its place takes: what is cut ends with dots. Of a column of numbers it stands to the right. */
function cellAt(text: string, { left, width, decimals }: Column, y: number): string {
  const shown = fitted(text, width - GAP);
  const x = decimals === undefined ? left : left + width - GAP - widthOf(shown, SIZE);
  return textAt(shown, x, y, SIZE);
}

function fitted(text: string, room: number): string {
  if (widthOf(text, SIZE) <= room) return text;
  const signs = [...text];
  while (signs.length > 0 && widthOf(`${signs.join('')}...`, SIZE) > room) signs.pop();
  return `${signs.join('')}...`;
}

function footOf(foot: string, number: number): string {
  const page = String(number);
  return (
    textAt(foot, MARGIN, MARGIN, SIZE - 1) + textAt(page, WIDTH - MARGIN - widthOf(page, SIZE - 1), MARGIN, SIZE - 1)
  );
}

const FONTS: Readonly<Record<Font, string>> = { latin: 'F1', chinese: 'F2' };

function textAt(text: string, x: number, y: number, size: number): string {
  const runs = writtenIn(text).map(({ font, shown }) => `/${FONTS[font]} ${size} Tf ${shown} Tj`);
  return runs.length === 0 ? '' : `BT ${x.toFixed(2)} ${y.toFixed(2)} Td ${runs.join(' ')} ET\n`;
}
