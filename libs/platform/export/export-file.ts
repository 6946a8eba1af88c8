import type { Readable } from 'node:stream';
import type { DownloadedFile } from '../http/upload';
import { streamFile } from './stream-file';
import type { ExportFormat, ExportTable } from './table';

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
