import type { DownloadedFile } from '../http/upload';
import { csvOf } from './csv';
import { EXPORT_MEDIA_TYPES, type ExportFormat, type ExportTable } from './table';
import { xlsxOf } from './xlsx';

/** A file to hand out: as csv the first table, as a workbook a sheet for each. The same tables are the same bytes. */
export async function exportFile(
  name: string,
  format: ExportFormat,
  tables: readonly [ExportTable, ...ExportTable[]],
): Promise<DownloadedFile> {
  const bytes = format === 'csv' ? csvOf(tables[0]) : await xlsxOf(tables);
  return { bytes, mediaType: EXPORT_MEDIA_TYPES[format], name: `${name}.${format}` };
}
