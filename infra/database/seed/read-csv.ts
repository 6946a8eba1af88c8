import { csvIn } from '../read-csv';

export { orNull } from '../read-csv';

/** The rows of a file beside this one (README.md says what its columns mean). */
export const readCsv = csvIn(__dirname);

/** A list inside a field. */
export function split(field: string): string[] {
  return field === '' ? [] : field.split(';');
}
