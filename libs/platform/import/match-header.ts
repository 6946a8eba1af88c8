import type { ImportDefinition } from './definition';
import { isGarbled } from './garbled';
import { refuseFile } from './refuse-file';
import type { TableRow } from './table';

export interface Matched {
  /** Column of the definition -> where it stands in the file, and as what. */
  readonly places: ReadonlyMap<string, { readonly at: number; readonly title: string }>;
  /** Headings that no column answers to; what stands below them is not read. */
  readonly ignored: readonly string[];
}

/**
 * Finds a definition's columns by their headings, in whatever order they come.
 *
 * @throws ProblemError IMPORT_FILE_REFUSED where one that must be there is missing, or one is there twice
 */
export function matchHeader(definition: ImportDefinition, header: TableRow): Matched {
  const columnOf = new Map<string, string>();
  for (const [column, { title, aliases = [] }] of Object.entries(definition.columns)) {
    for (const heading of [title.zh, title.en, column, ...aliases]) columnOf.set(folded(heading), column);
  }
  const places = new Map<string, { at: number; title: string }>();
  const ignored: string[] = [];
  const twice: string[] = [];
  header.cells.forEach((cell, at) => {
    const title = cell?.text.trim() ?? '';
    const column = columnOf.get(folded(title));
    if (title === '') return;
    if (column === undefined) ignored.push(title.slice(0, 60));
    else if (places.has(column)) twice.push(title);
    else places.set(column, { at, title });
  });
  const missing = Object.entries(definition.columns)
    .filter(([column, { ifEmpty }]) => !ifEmpty && !places.has(column))
    .map(([, { title }]) => title);
  const { number: row } = header;
  if (header.cells.some((cell) => cell && isGarbled(cell.text))) throw refuseFile('garbled', { row });
  if (places.size === 0) throw refuseFile('headings', { row });
  if (missing.length > 0 || twice.length > 0) {
    const about = {
      zh: [...missing.map(({ zh }) => zh), ...twice].join('、'),
      en: [...missing.map(({ en }) => en), ...twice].join(', '),
    };
    throw refuseFile('columns', { row, missing, twice, about });
  }
  return { places, ignored };
}

/** Marks of what must be filled in, and notes in brackets, are decoration. */
function folded(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/\(.*?\)|[\s*_:]/g, '')
    .toLowerCase();
}
