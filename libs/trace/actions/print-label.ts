import type { InputOf } from '@xihuo/contract';
import { fail } from '@xihuo/contract';
import type { CommandOptions, Database, DownloadedFile } from '@xihuo/platform';
import { PDFDocument, rgb, StandardFonts, type PDFFont, type PDFImage, type PDFPage } from 'pdf-lib';
import { digitalLink } from '../rules/gs1';
import { lotOfCode } from '../store/lot-detail.sql';
import { skuOf } from '../store/lot-entry.sql';
import { drawWords } from './label-words';
import { qrPng, qrSvg } from './qr';
import { findLot, numberOf } from './view-lot';

type Query = InputOf<'GET /supplier/lots/{id}/label'>['query'];

/** What stands beside the code. */
interface LabelFacts {
  readonly link: string;
  readonly code: string;
  readonly gtin: string;
  readonly producedOn: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly pack: string | null;
}

/** The code of a lot, or of one of its packs, as a picture or as a sheet of labels. @throws ProblemError NOT_FOUND */
export async function printLabel(
  { database, origin }: { database: Database; origin: string },
  ask: CommandOptions,
  { id, format, sku: skuId, copies }: Query & { id: string },
): Promise<DownloadedFile> {
  const lot = await findLot(database, ask, id);
  const [sku] = skuId === undefined ? [] : await database.read(skuOf, [skuId, lot.supplier_id]);
  if (skuId !== undefined && sku?.product_id !== lot.product_id) throw fail('NOT_FOUND');
  const gtin = await numberOf(database, ask, lot, skuId ?? null);
  const [named] = await database.read(lotOfCode, [lot.code]);
  const facts: LabelFacts = {
    ...{ link: digitalLink(origin, gtin, lot.code), code: lot.code, gtin, producedOn: lot.produced_on },
    ...{ nameZh: named!.name_zh, nameEn: named!.name_en, pack: sku?.pack ?? null },
  };
  const inline = true;
  if (format === 'svg') {
    return { bytes: Buffer.from(qrSvg(facts.link)), mediaType: 'image/svg+xml', name: `${lot.code}.svg`, inline };
  }
  if (format === 'png')
    return { bytes: await qrPng(facts.link), mediaType: 'image/png', name: `${lot.code}.png`, inline };
  return { bytes: await labelSheet(facts, copies), mediaType: 'application/pdf', name: `${lot.code}.pdf`, inline };
}

/** The address of a lot's page as a code, for whoever reads of the lot on another device. @throws ProblemError NOT_FOUND */
export async function lotQr(
  { database, origin }: { database: Database; origin: string },
  code: string,
): Promise<DownloadedFile> {
  const [lot] = await database.read(lotOfCode, [code]);
  if (!lot) throw fail('NOT_FOUND');
  const bytes = Buffer.from(qrSvg(`${origin}/lots/${code}`));
  return { bytes, mediaType: 'image/svg+xml', name: `${code}.svg`, inline: true };
}

/** A4 with three columns of eight, as label paper is sold: 70 by 37 mm. */
const MM = 72 / 25.4;
const PAGE = { width: 210 * MM, height: 297 * MM };
const CELL = { width: 70 * MM, height: (297 / 8) * MM, columns: 3, rows: 8 };
const MARGIN = 3 * MM;
const INK = rgb(0.1, 0.1, 0.1);

interface Pens {
  readonly plain: PDFFont;
  readonly bold: PDFFont;
  /** The product's Chinese name, drawn by the machine's own font where it has one. */
  readonly name: PDFImage | null;
  /** One picture for all labels: squares drawn one by one make a sheet of half a megabyte. */
  readonly code: PDFImage;
}

async function labelSheet(facts: LabelFacts, copies: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setTitle(facts.code);
  const drawn = await drawWords(facts.pack === null ? facts.nameZh : `${facts.nameZh} ${facts.pack}`);
  const pens: Pens = {
    plain: await document.embedFont(StandardFonts.Helvetica),
    bold: await document.embedFont(StandardFonts.HelveticaBold),
    name: drawn && (await document.embedPng(drawn.png)),
    code: await document.embedPng(await qrPng(facts.link)),
  };
  const perPage = CELL.columns * CELL.rows;
  let page: PDFPage | null = null;
  for (let copy = 0; copy < copies; copy += 1) {
    if (page === null || copy % perPage === 0) page = document.addPage([PAGE.width, PAGE.height]);
    const place = copy % perPage;
    const x = (place % CELL.columns) * CELL.width;
    const y = PAGE.height - (Math.floor(place / CELL.columns) + 1) * CELL.height;
    drawLabel(page, facts, pens, { x: x + MARGIN, y: y + MARGIN });
  }
  return document.save();
}

function drawLabel(page: PDFPage, facts: LabelFacts, pens: Pens, { x, y }: { x: number; y: number }): void {
  const side = CELL.height - 2 * MARGIN;
  page.drawImage(pens.code, { x, y, width: side, height: side });
  const left = x + side + 2 * MM;
  const width = CELL.width - 2 * MARGIN - side - 2 * MM;
  if (pens.name) {
    const scale = Math.min(width / pens.name.width, 11 / pens.name.height);
    page.drawImage(pens.name, {
      ...{ x: left, y: y + side - 13 },
      ...{ width: pens.name.width * scale, height: pens.name.height * scale },
    });
  }
  const lines: [string, PDFFont, number, number][] = [
    [latin(facts.nameEn), pens.bold, 7.5, 24],
    [facts.code, pens.bold, 7, 38],
    [`GTIN ${facts.gtin}`, pens.plain, 6, 48],
    [facts.producedOn, pens.plain, 6, 57],
    ['xihuo · DEMO', pens.plain, 5, 66],
  ];
  for (const [text, font, size, down] of lines) {
    page.drawText(fitted(text, font, size, width), { x: left, y: y + side - down, size, font, color: INK });
  }
}

/** The standard fonts of PDF know Latin only. */
function latin(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '');
}

function fitted(text: string, font: PDFFont, size: number, width: number): string {
  let shown = text;
  while (shown.length > 1 && font.widthOfTextAtSize(shown, size) > width) shown = shown.slice(0, -1);
  return shown;
}
