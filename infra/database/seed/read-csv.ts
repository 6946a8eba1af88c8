import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** The rows of a file beside this one, each by the names of its columns (README.md says what they mean). */
export function readCsv<Column extends string>(file: string): Record<Column, string>[] {
  return parse(readFileSync(join(__dirname, file)), { columns: true });
}

/** A list inside a field. */
export function split(field: string): string[] {
  return field === '' ? [] : field.split(';');
}

export function orNull(field: string): string | null {
  return field === '' ? null : field;
}
