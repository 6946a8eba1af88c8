import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/**
 * @param folder where the files lie
 * @returns what reads one of them: its rows, each by the names of its columns
 */
export const csvIn =
  (folder: string) =>
  <Column extends string>(file: string): Record<Column, string>[] =>
    parse(readFileSync(join(folder, file)), { columns: true });

export function orNull(field: string): string | null {
  return field === '' ? null : field;
}
