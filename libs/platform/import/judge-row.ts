import { texts } from '@xihuo/kernel';
import { isLikeFormula } from '../export/inert';
import { CELL_ERROR, DIGITS_LOST, EMPTY, FORMULA, GARBLED } from './columns';
import type { CellFault, ImportColumn, ImportDefinition, RowFault } from './definition';
import { isGarbled } from './garbled';
import { masked } from './mask';
import type { Matched } from './match-header';
import type { TableCell, TableRow } from './table';

export interface JudgedRow {
  readonly number: number;
  /** What each cell said, for people to see; sensitive ones masked. */
  readonly shown: Readonly<Record<string, string>>;
  /** Null where a cell is at fault. */
  readonly row: Readonly<Record<string, unknown>> | null;
  readonly faults: readonly RowFault[];
}

/** Reads a row's cells by the definition's columns; every fault is named, none is guessed away. */
export function judgeRow(definition: ImportDefinition, { places }: Matched, { number, cells }: TableRow): JudgedRow {
  const shown: Record<string, string> = {};
  const row: Record<string, unknown> = {};
  const faults: RowFault[] = [];
  for (const [name, column] of Object.entries(definition.columns)) {
    const place = places.get(name);
    const cell = place && cells[place.at];
    const text = texts.tidied(cell?.text ?? '');
    const value = column.sensitive ? masked(text) : text;
    if (place) shown[name] = value;
    const read = readCell(column, cell, text);
    if ('fault' in read) faults.push({ ...read.fault, column: name, value });
    else row[name] = read.value;
  }
  return { number, shown, row: faults.length === 0 ? row : null, faults };
}

function readCell(
  column: ImportColumn<unknown>,
  cell: TableCell | undefined,
  text: string,
): { value: unknown } | { fault: CellFault } {
  if (cell?.kind === 'formula' || (cell?.kind === 'text' && isLikeFormula(cell.text))) return { fault: FORMULA };
  if (cell?.kind === 'error') return { fault: CELL_ERROR };
  if (isGarbled(text)) return { fault: GARBLED };
  if (text === '') return column.ifEmpty ?? { fault: EMPTY };
  if (cell?.kind === 'number' && text.replace(/\D/g, '').length > 15) return { fault: DIGITS_LOST };
  return column.read(text);
}
