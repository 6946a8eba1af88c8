import { inflateSync } from 'node:zlib';
import { PDFDocument } from 'pdf-lib';
import { pdfPieces, type PdfPaper } from './pdf';
import { widthOf, writtenIn } from './pdf-text';

async function written(paper: PdfPaper): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of pdfPieces(paper)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** What stands on each page, in the order it is written. */
function contentsOf(pdf: Buffer): string[] {
  const found: string[] = [];
  const head = /\/Length (\d+)\/Filter\/FlateDecode>>stream\n/g;
  const text = pdf.toString('latin1');
  for (let match = head.exec(text); match; match = head.exec(text)) {
    const from = match.index + match[0].length;
    found.push(inflateSync(pdf.subarray(from, from + Number(match[1]))).toString('latin1'));
  }
  return found;
}

const hexOf = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex');
const columns = [
  { title: '商品', width: 20 },
  { title: '金额（元）', width: 10, decimals: 2 },
];
const paper = (rows: [string, number][]): PdfPaper => ({
  ...{ title: '结算单', under: ['供应商：示例合作社'], foot: '虚构示例 Invented' },
  tables: [{ name: '订单明细', columns, rows }],
});

test('a paper of many rows is a sound PDF: every row once, heads and foot on every page', async () => {
  const rows = Array.from({ length: 500 }, (_, at): [string, number] => [`示例苹果 ${at}`, at + 0.5]);
  const pdf = await written(paper(rows));
  const read = await PDFDocument.load(pdf);
  expect(read.getTitle()).toBe('结算单');
  const pages = contentsOf(pdf);
  expect(pages.length).toBe(read.getPageCount());
  expect(pages.length).toBeGreaterThan(10);
  for (const page of pages) {
    expect(page).toContain(hexOf('金额（元）'));
    expect(page).toContain(hexOf('虚构示例'));
  }
  const shown = pages.join('').match(/\( \d+\) Tj/g) ?? [];
  expect(shown).toHaveLength(500);
  expect(new Set(shown).size).toBe(500);
  expect(pages.join('')).toContain('(499.50) Tj');
});

test('a table of whole texts breaks them into lines, words of Latin kept together, and goes on over pages', async () => {
  const long = `${'理由'.repeat(300)} end of the reason`;
  const whole = {
    ...paper([]),
    tables: [{ name: '意见', whole: true as const, columns: [{ title: '意见', width: 10 }], rows: [[long]] }],
  };
  const pages = contentsOf(await written(whole));
  const shown = pages.join('');
  expect(shown).not.toContain('...');
  expect((shown.match(new RegExp(hexOf('理'), 'g')) ?? []).length).toBe(300);
  expect(shown).toContain('end of the reason');
  const over = { ...whole, tables: [{ ...whole.tables[0]!, rows: [[long.repeat(20)]] }] };
  expect(contentsOf(await written(over)).length).toBeGreaterThan(1);
});

test('its objects stand where its table of them says', async () => {
  const pdf = (await written(paper([['苹果', 1]]))).toString('latin1');
  const [, from] = /startxref\n(\d+)\n%%EOF\n$/.exec(pdf)!;
  const places = pdf.slice(Number(from)).match(/^\d{10} 00000 n $/gm)!;
  expect(places.length).toBeGreaterThan(8);
  for (const [at, place] of places.entries())
    expect(pdf.slice(Number.parseInt(place, 10))).toMatch(new RegExp(`^${at + 1} 0 obj\n`));
});

test('a table without rows is not there, and what is no sign of a text does not stand in it', async () => {
  const [page] = contentsOf(await written({ ...paper([]), under: ['一\u0000(二)\\'] }));
  expect(page).toContain(hexOf('结算单'));
  expect(page).not.toContain(hexOf('订单明细'));
  expect(page).not.toContain(hexOf('商品'));
  expect(page).toContain('(\\() Tj');
  expect(writtenIn('')).toEqual([]);
});

test('what is too long for its column is cut, and ends with dots', async () => {
  const [page] = contentsOf(await written(paper([['很长的名字'.repeat(40), 1]])));
  expect(page).toContain('(...) Tj');
  expect(page!.match(new RegExp(hexOf('很长的名字'), 'g'))!.length).toBeLessThan(40);
});

test('widths are those of the fonts', () => {
  expect(widthOf('10.50', 10)).toBeCloseTo(25.02, 2);
  expect(widthOf('苹果', 10)).toBe(20);
  expect(widthOf('~', 1000)).toBe(584);
});
