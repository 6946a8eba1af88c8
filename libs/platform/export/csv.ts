import { inert } from './inert';
import type { ExportCell, ExportTable } from './table';

/** A byte order mark: without it the spreadsheets most people have read UTF-8 as something else. */
const MARK = '\ufeff';

/** Characters handed on at once: a row by itself would be a chunk of its own all the way to the socket. */
const PIECE = 16 * 1024;

/** RFC 4180, in UTF-8; no cell of it is a formula. */
export async function* csvPieces({ columns, rows }: ExportTable): AsyncGenerator<string> {
  let piece = MARK + csvLine(columns.map(({ title }) => title));
  for await (const row of rows) {
    piece += csvLine(row);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** One line of it, ended as the format wants it. */
export function csvLine(row: readonly ExportCell[]): string {
  return `${row.map(fieldOf).join(',')}\r\n`;
}

function fieldOf(cell: ExportCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = inert(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
