import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import type { Database } from '../database/database';
import { statement } from '../database/statement';

/** Where Chinese is found on the machines we know: Debian, macOS, Windows. */
export const CHINESE_FONTS =
  'Noto Sans CJK SC, Noto Sans SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, WenQuanYi Micro Hei, sans-serif';

/** Words on a sheet, in millimetres from its upper left corner; `y` is where they stand on. */
export interface SheetWords {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Height of the letters. */
  readonly size: number;
  readonly bold?: boolean;
}

/** A line across, or a box where it has a height. */
export interface SheetRule {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height?: number;
}

export interface Sheet {
  readonly words: readonly SheetWords[];
  readonly rules?: readonly SheetRule[];
}

const MM_TO_POINTS = 72 / 25.4;
/** A seeded instance says so on whatever leaves it. */
const isDemo = statement<{ demo: boolean }>('platform.is_demo', 'select demo from platform.instance');
const DEMO_MARK = '虚构示例 Invented';

/** What a paper of this instance carries: nothing, or that all of it is invented. */
export async function markOf(database: Database): Promise<string> {
  const [instance] = await database.read(isDemo);
  return instance?.demo ? DEMO_MARK : '';
}

/** 8 dots a millimetre, as label printers have. */
const DOTS = 8;

const escaped = (text: string) =>
  text.replace(/[^\P{Cc}\t]/gu, '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function svgOf({ words, rules = [] }: Sheet, [width, height]: readonly [number, number]): Buffer {
  const drawn = [
    // A path: a rectangle without a height is not drawn at all.
    ...rules.map(({ x, y, width: across, height: down = 0 }) => {
      const way = `M${x} ${y}h${across}${down === 0 ? '' : `v${down}h${-across}z`}`;
      return `<path d="${way}" fill="none" stroke="#1a1a1a" stroke-width="0.25"/>`;
    }),
    ...words.map(
      (word) =>
        `<text x="${word.x}" y="${word.y}" font-size="${word.size}"${word.bold ? ' font-weight="bold"' : ''}>${escaped(word.text)}</text>`,
    ),
  ];
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width * DOTS}" height="${height * DOTS}" viewBox="0 0 ${width} ${height}">` +
      `<rect width="${width}" height="${height}" fill="#fff"/><g font-family="${CHINESE_FONTS}" fill="#1a1a1a">${drawn.join('')}</g></svg>`,
  );
}

/** Sheets of one size (in millimetres) as a PDF, drawn by the machine's own font, since the fonts of PDF know no Chinese. */
export async function drawSheets(
  database: Database,
  title: string,
  size: readonly [width: number, height: number],
  sheets: readonly Sheet[],
): Promise<Buffer> {
  const text = await markOf(database);
  const mark = { text, x: size[0] - 40, y: size[1] - 6, size: 3.4 };
  const document = await PDFDocument.create();
  document.setTitle(title);
  const [width, height] = [size[0] * MM_TO_POINTS, size[1] * MM_TO_POINTS];
  for (const sheet of sheets) {
    const shown = text !== '' ? { ...sheet, words: [...sheet.words, mark] } : sheet;
    const png = await sharp(svgOf(shown, size)).greyscale().png({ palette: true, colours: 16 }).toBuffer();
    const page = document.addPage([width, height]);
    page.drawImage(await document.embedPng(png), { x: 0, y: 0, width, height });
  }
  return Buffer.from(await document.save());
}
