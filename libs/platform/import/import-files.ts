import type { ImportKind } from '@xihuo/contract';
import type { Actor } from '../database/tx';
import { exportFile } from '../export/stream-file';
import type { ExportFormat, ExportTable } from '../export/table';
import type { DownloadedFile } from '../http/upload';
import type { Bilingual } from './definition';
import { listRows } from './import.sql';
import { mustFit, type Imports } from './imports';
import { MOST_ROWS } from './table';
import { ownImport, rowView } from './view-import';

type Language = keyof Bilingual;

/** An empty table for who may hand it in; as a workbook with a second sheet that says what belongs into each column. @throws ProblemError FORBIDDEN */
export async function templateOf(
  imports: Imports,
  actor: Actor,
  { kind, format, language }: { kind: ImportKind; format: ExportFormat; language: Language },
): Promise<DownloadedFile> {
  const definition = imports.of(kind);
  mustFit(definition, { actor });
  const columns = Object.values(definition.columns);
  const data: ExportTable = {
    name: definition.title[language],
    columns: columns.map(({ title, ifEmpty }) => ({ title: `${title[language]}${ifEmpty ? '' : '*'}`, width: 20 })),
    rows: [],
  };
  const words = {
    zh: ['填写说明', '列', '怎样填写', '示例'],
    en: ['How to fill it in', 'Column', 'What belongs there', 'Example'],
  }[language];
  const hints: ExportTable = {
    name: words[0]!,
    columns: [{ title: words[1]! }, { title: words[2]!, width: 60 }, { title: words[3]!, width: 24 }],
    rows: columns.map(({ title, hint, sample }) => [title[language], hint[language], sample]),
  };
  return exportFile(definition.title[language], format, [data, hints]);
}

const ERROR_COLUMNS = {
  zh: ['行', '列', '填写内容', '原因', '怎样修改'],
  en: ['Row', 'Column', 'Value', 'Reason', 'What to do'],
} as const;

/**
 * The rows at fault, each once, with all that is wrong with it and then its cells as they were handed in: mended, the file may be handed
 * in again. What is sensitive stays masked: its row is known by its number.
 */
export async function errorFileOf(
  imports: Imports,
  { id, personId, format, language }: { id: string; personId: string; format: ExportFormat; language: Language },
): Promise<DownloadedFile> {
  const record = await ownImport(imports, id, personId);
  const definition = imports.of(record.kind);
  const rows = await imports.database.read(listRows, [id, 'faulty', 0, MOST_ROWS]);
  const between = { zh: '；', en: '; ' }[language];
  const table: ExportTable = {
    name: { zh: '错误行', en: 'Rows at fault' }[language],
    columns: [
      ...ERROR_COLUMNS[language].map((title, at) => ({ title, width: at === 0 ? 8 : at > 2 ? 40 : 18 })),
      ...Object.values(definition.columns).map(({ title }) => ({ title: title[language] })),
    ],
    rows: rows.map((row) => {
      const { cells, faults } = rowView(definition.columns, row);
      const others = Object.keys(definition.columns).map((column) => cells[column] ?? '');
      const all = (said: (fault: (typeof faults)[number]) => string) => faults.map(said).join(between);
      return [
        row.number,
        all(({ title }) => title[language]),
        all(({ value }) => value),
        all(({ reason }) => reason[language]),
        all(({ fix }) => fix[language]),
        ...others,
      ];
    }),
  };
  const name = record.file_name.replace(/\.[A-Za-z]{2,5}$/, '');
  return exportFile(`${name}-${{ zh: '错误行', en: 'faults' }[language]}`, format, [table]);
}
