import { ZipFile } from 'yazl';

/** A cell that calculates, as spreadsheets write one. */
export const formula = (source: string, shown: number) => ({ formula: source, shown });
type Cell = string | number | ReturnType<typeof formula>;

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const REFERS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** A workbook of one sheet as a spreadsheet program would keep it; our own exports write no formulas. */
export async function workbookOf(rows: readonly (readonly Cell[])[]): Promise<Buffer> {
  const zip = new ZipFile();
  const parts = {
    'xl/workbook.xml': `<workbook ${MAIN} ${REFERS}><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><sheetData>${rows
      .map((cells) => `<row>${cells.map(cellOf).join('')}</row>`)
      .join('')}</sheetData></worksheet>`,
  };
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as unknown as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function cellOf(cell: Cell): string {
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c t="inlineStr"><is><t>${cell}</t></is></c>`;
  return `<c><f>${cell.formula}</f><v>${cell.shown}</v></c>`;
}

export const PRODUCT_HEAD = [
  '商品名称',
  '品类',
  '产地县（市、区）',
  '储存条件',
  '保质期（天）',
  '规格',
  '零售价（元）',
];
export const GOOD_PRODUCTS = 520;

/** As many good rows as take two chunks to write, so that a worker can be killed between them, and four at fault. */
export function productRows(county: string): Cell[][] {
  const good = (at: number): Cell[] => [`示例果${at}`, '水果', county, '冷藏', 30, '2.5kg', 39.9];
  const rows = Array.from({ length: GOOD_PRODUCTS }, (_, at) => good(at));
  rows.splice(1, 0, ['示例野菜', '野菜', county, '冷藏', 30, '500g', 12]);
  rows.splice(2, 0, ['示例杏', '水果', '没有的县', '冷藏', 30, '500g', 12]);
  rows.splice(3, 0, ['示例李', '水果', county, '冷藏', 30, '500g', formula('6*2', 12)]);
  rows.splice(4, 0, good(0));
  return [PRODUCT_HEAD, ...rows];
}
