const PARTS = /[\s,，、;；/]+/;
const SPAN = /^(\d{1,2})月?(?:[-~至到—–](\d{1,2})月?)?$/;

/** Months as people write them: `9、10`, `9-11`, `11月至2月`; in order and each once, null where one is none. */
export function monthsIn(text: string): number[] | null {
  const months = new Set<number>();
  for (const part of text.normalize('NFKC').split(PARTS).filter(Boolean)) {
    const [, first, last = first] = SPAN.exec(part) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (!(from >= 1 && from <= 12 && to >= 1 && to <= 12)) return null;
    for (let month = from; ; month = (month % 12) + 1) {
      months.add(month);
      if (month === to) break;
    }
  }
  return [...months].sort((one, other) => one - other);
}

/** The same the other way. */
export const monthsText = (months: readonly number[]): string => months.join('、');
