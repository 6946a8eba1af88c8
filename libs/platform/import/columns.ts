/** The rows of a table that is not an import of its own, such as a list of goods to order. */
export { readTable } from './read-table';
import type { Bilingual, CellFault, ImportColumn } from './definition';

type Described = Pick<ImportColumn<unknown>, 'title' | 'aliases' | 'hint' | 'sample' | 'sensitive'>;

/** Words of one to so many characters. */
export function textColumn(described: Described, most: number): ImportColumn<string> {
  return {
    ...described,
    read: (text) => ([...text].length > most ? { fault: tooLong(most) } : { value: text }),
  };
}

/** Codes and numbers that are texts: blanks inside and wide digits are put right before they are judged. */
export function codeColumn(described: Described, judge: (code: string) => CellFault | null): ImportColumn<string> {
  return {
    ...described,
    read(text) {
      const code = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
      const fault = /^[\d.]+E\+?\d+$/.test(code) ? DIGITS_LOST : judge(code);
      return fault ? { fault } : { value: code };
    },
  };
}

/** One of some words; each may be written in several ways, in Chinese and in English. */
export function choiceColumn<Value extends string>(
  described: Described,
  choices: Readonly<Record<Value, readonly [zh: string, ...others: string[]]>>,
): ImportColumn<Value> {
  const valueOf = new Map<string, Value>();
  for (const [value, words] of Object.entries(choices) as [Value, readonly string[]][]) {
    for (const word of [value, ...words]) valueOf.set(folded(word), value);
  }
  const first = (Object.values(choices) as (readonly string[])[]).map(([zh]) => zh!);
  const fault = notOneOf(first.join('、'), Object.keys(choices).join(', '));
  return {
    ...described,
    read(text) {
      const value = valueOf.get(folded(text));
      return value === undefined ? { fault } : { value };
    },
  };
}

/** A day, however it is usually written here: 2026-09-01, 2026/9/1, 2026.9.1, 20260901, 2026年9月1日. */
export function dayColumn(described: Described): ImportColumn<string> {
  return {
    ...described,
    read(text) {
      const day = dayIn(text.normalize('NFKC'));
      return day === null ? { fault: NOT_A_DAY } : { value: day };
    },
  };
}

/** An amount of money as shops write it: 19.9, 1,299.00, ¥45, 45元. Read as fen, in digits, since rows are kept as JSON. */
export function yuanColumn(described: Described): ImportColumn<string> {
  return {
    ...described,
    read(text) {
      const fen = fenIn(text.normalize('NFKC').replace(/[\s¥元]/g, ''));
      return fen === null ? { fault: NOT_AN_AMOUNT } : { value: fen };
    },
  };
}

/** A whole number between two bounds, both allowed. */
export function wholeColumn(described: Described, [least, most]: readonly [number, number]): ImportColumn<number> {
  const wrong = notBetween(least, most);
  return {
    ...described,
    read(text) {
      const digits = text.normalize('NFKC').replace(/[\s,]/g, '');
      const value = /^\d{1,10}(\.0+)?$/.test(digits) ? Number(digits) : NaN;
      return value >= least && value <= most ? { value } : { fault: wrong };
    },
  };
}

/** The same column, which may be left out or empty. */
export function optional<Value>(column: ImportColumn<Value>, value: Value): ImportColumn<Value> {
  return { ...column, ifEmpty: { value } };
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}

function fenIn(text: string): string | null {
  if (!/^(\d{1,8}|\d{1,3}(,\d{3}){1,2})(\.\d{1,17})?$/.test(text)) return null;
  const [yuan = '', part = ''] = text.replaceAll(',', '').split('.');
  // Spreadsheets keep 19.9 as 19.899999999999999; three decimals that somebody typed are no amount.
  const exact = part.length > 6 ? Math.round(Number(`0.${part}`) * 100) : Number(part.slice(0, 2).padEnd(2, '0'));
  const isOff = part.length > 6 ? Math.abs(Number(`0.${part}`) * 100 - exact) > 1e-6 : /[1-9]/.test(part.slice(2));
  const fen = BigInt(yuan) * 100n + BigInt(exact);
  return isOff || fen <= 0n ? null : fen.toString();
}

function dayIn(text: string): string | null {
  const [, year, month, day] =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s+0{1,2}:00(?::00)?)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    [];
  if (!year || !month || !day) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${iso}T00:00:00Z`);
  // 31 June is a date to some parsers: the first of July.
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso) ? iso : null;
}

const fault = (code: string, reason: Bilingual, fix: Bilingual): CellFault => ({ code, reason, fix });

const NOT_A_DAY = fault(
  'NOT_A_DAY',
  { zh: '不是有效日期', en: 'This is no day of the calendar' },
  { zh: '按 2026-09-01 的格式填写', en: 'Write it as 2026-09-01' },
);

const NOT_AN_AMOUNT = fault(
  'NOT_AN_AMOUNT',
  {
    zh: '不是有效金额（元，最多两位小数，大于 0）',
    en: 'This is no amount in yuan above zero with at most two decimals',
  },
  { zh: '填写金额，如 19.90', en: 'Write an amount such as 19.90' },
);

/** Spreadsheets keep fifteen digits of a number; the others are gone from the file, whatever it shows. */
export const DIGITS_LOST = fault(
  'DIGITS_LOST',
  {
    zh: '长数字被表格软件当作数值，后几位已丢失',
    en: 'The spreadsheet took it for a number, and its last digits are lost',
  },
  { zh: '将该列设为“文本”格式后重新填写', en: 'Format the column as text and type it in again' },
);

export const FORMULA = fault(
  'FORMULA',
  { zh: '单元格是公式，或以公式符号开头', en: 'The cell is a formula, or begins like one' },
  { zh: '复制该列后“选择性粘贴—数值”', en: 'Paste it as values' },
);

export const CELL_ERROR = fault(
  'CELL_ERROR',
  { zh: '单元格显示错误值', en: 'The cell shows an error' },
  { zh: '填写实际内容', en: 'Fill in what it should say' },
);

export const GARBLED = fault(
  'GARBLED',
  { zh: '单元格中有乱码', en: 'The cell is garbled' },
  {
    zh: '重新填写；整张表都是乱码时，请另存为 xlsx',
    en: 'Fill it in anew; where the whole table is garbled, save it as xlsx',
  },
);

export const EMPTY = fault(
  'EMPTY',
  { zh: '必填项为空', en: 'This must be filled in' },
  { zh: '填写该项', en: 'Fill it in' },
);

export function repeated(row: number): CellFault {
  return fault(
    'REPEATED',
    { zh: `与第 ${row} 行重复`, en: `The same as row ${row}` },
    { zh: '保留其中一行', en: 'Keep one of them' },
  );
}

function tooLong(most: number): CellFault {
  return fault(
    'TOO_LONG',
    { zh: `超过 ${most} 个字`, en: `Longer than ${most} characters` },
    { zh: '缩短内容', en: 'Shorten it' },
  );
}

function notBetween(least: number, most: number): CellFault {
  return fault(
    'NOT_A_COUNT',
    { zh: `不是 ${least} 到 ${most} 的整数`, en: `This is no whole number from ${least} to ${most}` },
    { zh: '填写整数', en: 'Fill in a whole number' },
  );
}

function notOneOf(zh: string, en: string): CellFault {
  return fault(
    'NOT_A_CHOICE',
    { zh: '不是可选的值', en: 'Not one of the choices' },
    { zh: `填写：${zh}`, en: `One of: ${en}` },
  );
}
