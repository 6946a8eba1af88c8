import { Readable } from 'node:stream';
import { exporting, type Database, type DownloadedFile, type Files } from '@xihuo/platform';
import { ZipFile } from 'yazl';
import type { Delivery, DeliveryPapers } from './delivery-papers';
import { PAPER_NAMES } from './paper-words';

interface Place {
  readonly database: Database;
  readonly files: Files;
}

const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

interface Found {
  /** Its name in the zip. */
  readonly file: string | null;
  /** There was one, and it cannot be read any more. */
  readonly isLost: boolean;
}

export function attached({ file, isLost }: Found, index: number): string {
  if (isLost) return '附件缺失：原有附件现已无法读取';
  return file === null ? '仅登记编号，无附件' : `附件 ${String(index + 1).padStart(2, '0')}`;
}

/** As a name of a file on any machine. */
const safe = (text: string) => text.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 60);

/**
 * A delivery's papers as one zip, written while it is read: the list as PDF and JSON, then the files in the order of the list. The same
 * delivery is the same bytes, as long as its papers are. A file that is lost stops nothing; the list says that there was one.
 */
export async function documentPack(
  { database, files }: Place,
  { view, files: ids }: Delivery,
): Promise<DownloadedFile<Readable>> {
  const mtime = new Date(view.shippedAt);
  const zip = new ZipFile();
  const found: Found[] = [];
  for (const [index, id] of ids.entries()) {
    const file = id === null ? null : await files.read(database, id);
    const paper = view.papers[index]!;
    const name = [String(index + 1).padStart(2, '0'), PAPER_NAMES[paper.kind], paper.lotCode, paper.number]
      .filter((part) => part !== null)
      .map((part) => safe(part))
      .join('_');
    const entry = file && `${name}.${ENDINGS[file.mediaType] ?? 'bin'}`;
    found.push({ file: entry, isLost: id !== null && !file });
    if (file && entry) zip.addBuffer(Buffer.from(file.bytes), entry, { mtime });
  }
  const list = view.papers.map((paper, index) => ({ ...paper, ...found[index] }));
  zip.addBuffer(Buffer.from(JSON.stringify({ ...view, papers: list }, null, 2)), '00_清单.json', { mtime });
  zip.addBuffer(await listAsPdf(database, view, found), '00_清单.pdf', { mtime });
  zip.end();
  return {
    bytes: zip.outputStream as unknown as Readable,
    mediaType: 'application/zip',
    name: `随货证明_${safe(view.orderNumber)}_${safe(view.trackingNumber)}.zip`,
  };
}

const A4 = [210, 297] as const;
const LEFT = 18;
const LINE = 7;
const LINES_A_PAGE = 36;

function listAsPdf(database: Database, view: DeliveryPapers, found: readonly Found[]): Promise<Buffer> {
  const lines: Omit<exporting.SheetWords, 'x' | 'y'>[] = [
    { text: '随货证明清单', size: 6.5, bold: true },
    { text: `供应商：${view.supplier.name}（统一社会信用代码 ${view.supplier.uscc ?? '未登记'}）`, size: 4 },
    { text: `订单 ${view.orderNumber} · 发货日 ${view.day} · ${view.carrier} ${view.trackingNumber}`, size: 4 },
    { text: '一、批次', size: 4.6, bold: true },
    ...view.lots.map((lot) => ({
      ...{
        size: 4,
        text: `${lot.productName} × ${lot.packs}　批次 ${lot.code}　生产日期 ${lot.producedOn ?? '未登记'}`,
      },
    })),
    { text: `二、证明（截至发货日有效，共 ${view.papers.length} 份）`, size: 4.6, bold: true },
    ...view.papers.flatMap((paper, index) => [
      { size: 4, text: `${index + 1}. ${PAPER_NAMES[paper.kind]}　编号 ${paper.number}` },
      {
        size: 3.4,
        text: [
          paper.lotCode && `批次 ${paper.lotCode}`,
          paper.by && `出具 ${paper.by}`,
          paper.datedOn && `日期 ${paper.datedOn}`,
          paper.validUntil && `有效期至 ${paper.validUntil}`,
          attached(found[index]!, index),
        ]
          .filter(Boolean)
          .join('　'),
      },
    ]),
    ...(view.missing.length > 0 ? [{ text: '三、缺少的证明', size: 4.6, bold: true }] : []),
    ...view.missing.map((one) => ({
      ...{ size: 4, text: `${PAPER_NAMES[one.kind]}　${one.productName}　批次 ${one.lotCode}：发货日无登记` },
    })),
    { text: '本清单由平台按登记信息生成，证明原件以出具机构为准。', size: 3.4 },
  ];
  const pages: exporting.Sheet[] = [];
  for (let from = 0; from < lines.length; from += LINES_A_PAGE) {
    const words = lines
      .slice(from, from + LINES_A_PAGE)
      .map((line, index) => ({ ...line, x: LEFT, y: 24 + index * LINE }));
    pages.push({ words, rules: from === 0 ? [{ x: LEFT, y: 27, width: A4[0] - 2 * LEFT }] : [] });
  }
  return exporting.drawSheets(database, `随货证明 ${view.orderNumber}`, A4, pages);
}
