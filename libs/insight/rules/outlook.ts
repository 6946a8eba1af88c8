import type { ResponseOf } from '@xihuo/contract';
import { money, time } from '@xihuo/kernel';

type Outlook = ResponseOf<'GET /me/outlook'>;
type Coming = Pick<Outlook['coming'][number], 'state' | 'on'>;

export interface Sales {
  today: string;
  released_on: string | null;
  window_ends_on: string | null;
  on_the_way: boolean;
}

const later = (one: string, other: string) => (one > other ? one : other);

/** A day is settled once it is over, so what becomes final on one day comes on the next, and never before today. */
export function comingWhen({ today, released_on, window_ends_on, on_the_way }: Sales): Coming {
  const settledAfter = (day: string) => later(today, time.addDays(day, 1));
  if (released_on !== null) return { state: 'settling', on: settledAfter(released_on) };
  if (window_ends_on !== null) return { state: 'afterSale', on: settledAfter(later(window_ends_on, today)) };
  return { state: on_the_way ? 'onTheWay' : 'unsold', on: null };
}

export interface OfYear {
  year: number;
  kind: Outlook['years'][number]['kinds'][number]['kind'];
  lines: number;
  due_fen: bigint;
  settled_fen: bigint;
  outside_fen: bigint;
}

/** Rows of year and kind, newest year first, as years with their kinds. */
export function yearsFrom(rows: readonly OfYear[]): Outlook['years'] {
  const wire = (fen: bigint) => money.toWire(money.fen(fen));
  const years = [...new Set(rows.map(({ year }) => year))];
  return years.map((year) => {
    const own = rows.filter((row) => row.year === year);
    return {
      year,
      due: wire(own.reduce((all, row) => all + row.due_fen, 0n)),
      settled: wire(own.reduce((all, row) => all + row.settled_fen, 0n)),
      paidOutside: wire(own.reduce((all, row) => all + row.outside_fen, 0n)),
      lines: own.reduce((all, row) => all + row.lines, 0),
      kinds: own.map(({ kind, due_fen }) => ({ kind, due: wire(due_fen) })),
    };
  });
}
