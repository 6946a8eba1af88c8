/** What stood in a cell. A formula's last result is not taken: nobody sees what it was calculated from. */
export interface TableCell {
  readonly text: string;
  readonly kind: 'text' | 'number' | 'formula' | 'error';
}

export interface TableRow {
  /** As the spreadsheet shows it, from 1. */
  readonly number: number;
  /** Sparse: a cell that is not there is undefined. */
  readonly cells: readonly (TableCell | undefined)[];
}

export const MOST_ROWS = 10_000;
/** Rows with nothing in them that are passed over; a sheet that is formatted down to its last row has a million. */
export const MOST_EMPTY_ROWS = 20_000;
export const MOST_COLUMNS = 100;
/** Characters of one cell; the rest is cut off, and its reader then refuses what is left as too long. */
export const LONGEST_CELL = 4_000;
