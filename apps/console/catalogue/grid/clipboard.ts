import { cellOf, differs, FIELDS, tidied, type PackRow } from './cells';

/** What a spreadsheet puts on the clipboard: lines, and cells divided by tabs. A cell in quotes may hold both. */
export function cellsIn(text: string): string[][] {
  const lines: string[][] = [[]];
  const pattern = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r\n|\n|\r|$)/g;
  for (const [whole, cell, end] of text.matchAll(pattern)) {
    if (whole === '') break;
    lines.at(-1)!.push(cell!.startsWith('"') ? cell!.slice(1, -1).replaceAll('""', '"') : cell!);
    if (end !== '\t' && end !== '') lines.push([]);
  }
  // The last line ends too; behind it there is none.
  if (lines.length > 1 && lines.at(-1)!.length === 0) lines.pop();
  return lines;
}

/**
 * Where pasted cells fall: the first on the cell one stands in, the others beside and below it as they stood. What would fall over the
 * edge is left out, and an empty cell changes nothing.
 */
export function pasted(
  rows: readonly PackRow[],
  at: { row: number; column: number },
  lines: readonly (readonly string[])[],
): Map<string, string | undefined> {
  const cells = new Map<string, string | undefined>();
  for (const [down, line] of lines.entries())
    for (const [over, text] of line.entries()) {
      const row = rows[at.row + down];
      const field = FIELDS[at.column + over];
      if (!row || !field || text.trim() === '') continue;
      const kept = tidied(text);
      cells.set(cellOf(row.skuId, field), differs(row, field, kept) ? kept : undefined);
    }
  return cells;
}
