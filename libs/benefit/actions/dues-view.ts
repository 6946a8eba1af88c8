import type { ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import type { DuesRow } from '../store/dues.sql';

export const wire = (fen: bigint): ReturnType<typeof money.toWire> => money.toWire(money.fen(fen));

/** What is due, and the parts that make it. */
export function duesView(row: DuesRow): ResponseOf<'GET /me/earnings'>['totals'] {
  return {
    due: wire(row.due_fen),
    funded: wire(row.funded_fen),
    paidOutside: wire(row.outside_fen),
    waiting: wire(row.held_fen),
    open: wire(row.open_fen),
  };
}
