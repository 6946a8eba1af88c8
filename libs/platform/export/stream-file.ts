import { Readable } from 'node:stream';
import type { DownloadedFile } from '../http/upload';
import type { Page } from '../http/page';
import { csvPieces } from './csv';
import { pdfPieces, type PdfPaper } from './pdf';
import { EXPORT_MEDIA_TYPES, type ExportCell, type ExportFormat, type ExportTable } from './table';
import { xlsxStream } from './xlsx';

export type { ExportTable };
export { yuanCell } from './table';
export { AsTable, inWords, listTable } from './as-table';
export { csvLine } from './csv';
export { encodeGb18030, knowsGb18030 } from './gb18030';
export { drawsChinese, wordsSvg } from './draws-chinese';
export { CHINESE_FONTS, drawSheets, markOf, type Sheet, type SheetWords } from './draw-sheet';

/** Rows read at once: what an export of however many holds in memory. */
export const EXPORT_PAGE = 500;

/**
 * A file that is written while its rows are read: nobody waits for the last row to see the first, and a list of any length takes the
 * memory of a page. Whoever stops taking it stops the reading.
 */
export function streamFile(
  name: string,
  format: ExportFormat,
  tables: readonly [ExportTable, ...ExportTable[]],
): DownloadedFile<Readable> {
  const bytes = format === 'csv' ? Readable.from(csvPieces(tables[0]), { objectMode: false }) : xlsxStream(tables);
  return { bytes, mediaType: EXPORT_MEDIA_TYPES[format], name: `${name}.${format}` };
}

/** The same as a paper to be read and kept, page after page. */
export function streamPdf(name: string, paper: PdfPaper): DownloadedFile<Readable> {
  const bytes = Readable.from(pdfPieces(paper), { objectMode: false });
  return { bytes, mediaType: 'application/pdf', name: `${name}.pdf` };
}

/**
 * The rows of a list, page after page, by the very action that answers the list: its filters, its order and its fences are the
 * export's too. The first page is read before anything is sent, so that a refusal is still an answer and not half a file.
 *
 * @param rowsOf the lines one item makes, often one
 */
export async function rowsOfPages<Item>(
  read: (cursor: string | undefined) => Promise<Page<Item>>,
  rowsOf: (item: Item) => Iterable<readonly ExportCell[]>,
): Promise<AsyncIterable<readonly ExportCell[]>> {
  const first = await read(undefined);
  return (async function* rows() {
    for (let page = first; ; page = await read(page.nextCursor)) {
      for (const item of page.data) yield* rowsOf(item);
      if (page.nextCursor === null) return;
    }
  })();
}

/** A small file to hand out whole: as csv the first table, as a workbook a sheet for each. The same tables are the same bytes. */
export async function exportFile(
  name: string,
  format: ExportFormat,
  tables: readonly [ExportTable, ...ExportTable[]],
): Promise<DownloadedFile> {
  const { bytes, ...described } = streamFile(name, format, tables);
  return { ...described, bytes: await collected(bytes) };
}

async function collected(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
