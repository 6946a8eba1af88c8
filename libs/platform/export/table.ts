import { money } from '@xihuo/kernel';

/** A number stands as one; a day stands as its ISO text. Codes and long numbers are texts, or their last digits are lost. */
export type ExportCell = string | number | null;

/** What is handed out as csv or as a sheet. */
export interface ExportTable {
  /** Of the sheet. */
  readonly name: string;
  readonly columns: readonly {
    readonly title: string;
    /** In characters. */
    readonly width?: number;
    /** Of numbers on paper, which stand to the right; without it, as they come. */
    readonly decimals?: number;
  }[];
  /** On paper: whole texts in as many lines as they take, instead of their beginning. */
  readonly whole?: true;
  readonly rows: Iterable<readonly ExportCell[]> | AsyncIterable<readonly ExportCell[]>;
}

export type ExportFormat = 'csv' | 'xlsx';

export const EXPORT_MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Beyond this a number in a spreadsheet loses its last digits. */
const EXACT = 2n ** 53n;

/** Whole fen as yuan that a spreadsheet can add up; as text where it could not hold the number. */
export function yuanCell(fen: bigint | string): string | number {
  const whole = BigInt(fen);
  const size = whole < 0n ? -whole : whole;
  const text = money.toYuan(whole);
  return size < EXACT ? Number(text) : text;
}
