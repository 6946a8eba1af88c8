import { openWorkbook, parseXml, type Workbook } from './open-workbook';
import { refuseFile } from './refuse-file';
import { LONGEST_CELL, MOST_COLUMNS, type TableCell, type TableRow } from './table';
import { readParts, type WorkbookParts } from './workbook-parts';

/** The rows of a workbook's first sheet, handed on while it inflates. */
export async function* readXlsx(bytes: Buffer): AsyncGenerator<TableRow> {
  const workbook = await openWorkbook(bytes);
  try {
    yield* readSheet(workbook, await readParts(workbook));
  } finally {
    workbook.close();
  }
}

async function* readSheet(workbook: Workbook, parts: WorkbookParts): AsyncGenerator<TableRow> {
  const stream = await workbook.part(parts.sheet);
  if (!stream) throw refuseFile('empty');
  for await (const sheet of parseXml(stream, new SheetReader(parts))) yield* sheet.taken();
}

interface OpenCell {
  readonly type: string;
  readonly style: number;
  readonly column: number;
  hasFormula: boolean;
  text: string;
}

/** Follows a sheet's XML and gathers its rows. */
class SheetReader {
  private rows: TableRow[] = [];
  private cells: (TableCell | undefined)[] = [];
  private number = 0;
  private cell: OpenCell | null = null;
  private inText = false;
  private inReading = false;

  constructor(private readonly parts: WorkbookParts) {}

  taken(): TableRow[] {
    const taken = this.rows;
    this.rows = [];
    return taken;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'row') {
      const number = Number(attributes['r'] ?? this.number + 1);
      if (!Number.isInteger(number) || number <= this.number) throw refuseFile('damaged', { row: this.number });
      this.number = number;
      this.cells = [];
    }
    if (name === 'c') this.cell = this.openCell(attributes);
    if (name === 'f' && this.cell) this.cell.hasFormula = true;
    if (name === 'rPh') this.inReading = true;
    // Said behind all rows. Only the first cell of a merged area has its content: the others would be read as empty.
    if (name === 'mergeCell' && isArea(attributes['ref'])) {
      const range = attributes['ref']!.slice(0, 20);
      throw refuseFile('mergedCells', { range, about: { zh: range, en: range } });
    }
    if (name === 'v' || name === 't') this.inText = !this.inReading;
  }

  text(piece: string): void {
    if (this.inText && this.cell && this.cell.text.length <= LONGEST_CELL) this.cell.text += piece;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.inText = false;
    if (name === 'rPh') this.inReading = false;
    if (name === 'c' && this.cell) {
      this.cells[this.cell.column] = this.cellOf(this.cell);
      this.cell = null;
    }
    if (name === 'row') this.rows.push({ number: this.number, cells: this.cells });
  }

  private openCell({ r, t, s }: Record<string, string>): OpenCell {
    const column = r === undefined ? this.cells.length : columnOf(r);
    if (column === null) throw refuseFile('damaged', { row: this.number });
    if (column >= MOST_COLUMNS) throw refuseFile('tooManyColumns', { row: this.number });
    return { type: t ?? 'n', style: Number(s ?? 0), column, hasFormula: false, text: '' };
  }

  private cellOf({ type, style, hasFormula, text }: OpenCell): TableCell | undefined {
    const shown = type === 's' ? (this.parts.strings[Number(text)] ?? '') : text.slice(0, LONGEST_CELL);
    if (hasFormula) return { text: shown, kind: 'formula' };
    if (shown === '') return undefined;
    if (type === 'e') return { text: shown, kind: 'error' };
    if (type === 'b') return { text: shown === '1' ? 'TRUE' : 'FALSE', kind: 'text' };
    if (type === 'd') return { text: shown.slice(0, 10), kind: 'text' };
    if (type !== 'n') return { text: shown, kind: 'text' };
    const day = this.parts.isDate[style] ? dayOf(Number(shown), this.parts.from1904) : null;
    return day === null ? { text: numberOf(shown), kind: 'number' } : { text: day, kind: 'text' };
  }
}

/** More than one cell, such as `B2:B5`; some programs also list single ones as merged. */
function isArea(range = ''): boolean {
  const [from, to = from] = range.split(':');
  return from !== to;
}

/** `AB12` -> 27, or null where it is no address. */
export function columnOf(address: string): number | null {
  const letters = /^([A-Z]{1,3})\d{1,7}$/.exec(address)?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

const DAY_MS = 86_400_000;
const LAST_DAY = 2_958_465;
const YEARS_1904 = 1_462;

/**
 * Spreadsheets count days from 1900 and believe that year had a 29 February, so that before March 1900 their count is one off;
 * nobody we deal with was born then.
 */
export function dayOf(serial: number, from1904: boolean): string | null {
  const days = Math.floor(serial) + (from1904 ? YEARS_1904 : 0);
  if (!(days > 60 && days <= LAST_DAY)) return null;
  return new Date(Date.UTC(1899, 11, 30) + days * DAY_MS).toISOString().slice(0, 10);
}

/** As people see it: without an exponent, and with the fifteen digits that are true. */
function numberOf(text: string): string {
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  const short = String(Number(number.toPrecision(15)));
  // Only the very large and the very small are written with an exponent; the formatter of locales is a hundred times as slow.
  return short.includes('e')
    ? number.toLocaleString('en', { useGrouping: false, maximumSignificantDigits: 15 })
    : short;
}
