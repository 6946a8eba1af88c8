import { fail } from '@xihuo/contract';
import { money, must } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { endHolds, insertHolds, lockPart, moneyOfLines, type PartOfOrder } from '../store/line-hold.sql';
import { reopenLines } from './settleable-lines';

export interface HeldLine {
  readonly lineId: string;
  /** Fen of what was paid for it. */
  readonly fen: money.Fen;
}

export interface Holding {
  readonly supplierOrderId: string;
  /** Whose hold it is, such as `dispute`, with its id: one hold a line and source. */
  readonly sourceKind: string;
  readonly sourceId: string;
  readonly lines: readonly HeldLine[];
  /** Also of a part that has not left: a claim to cancel it was refused. */
  readonly unshipped?: boolean;
}

/** Parts whose goods are out and whose money is not let go yet. */
const HOLDABLE: readonly string[] = ['shipped', 'received'];

/**
 * Keeps fen of lines out of what is settled until `endHold`; everything else of them goes on as ever. Never more than was paid for
 * a line less what has gone back, and one hold a line at a time.
 *
 * @throws ProblemError ORDER_STATE, INVALID_INPUT for a line of another part, LINE_HELD, HOLD_TOO_LARGE (extra: lineId, freeFen)
 */
export async function holdLines(
  tx: Tx,
  { supplierOrderId, sourceKind, sourceId, lines, unshipped = false }: Holding,
): Promise<PartOfOrder> {
  const [part] = await tx.sql(lockPart, [supplierOrderId]);
  if (!part) throw fail('NOT_FOUND');
  if (!HOLDABLE.includes(part.state) && !(unshipped && part.state === 'toShip'))
    throw fail('ORDER_STATE', { detail: `nothing of a part that is ${part.state} can be held` });
  const money = new Map((await tx.sql(moneyOfLines, [supplierOrderId])).map((row) => [row.line_id, row]));
  for (const { lineId, fen } of lines) {
    must(fen > 0n, 'something is held');
    const row = money.get(lineId);
    if (!row)
      throw fail('INVALID_INPUT', {
        errors: [{ pointer: '/body/lines', code: 'LINE_UNKNOWN', message: 'not a line of this part' }],
      });
    if (row.held) throw fail('LINE_HELD', { extra: { lineId } });
    if (fen > row.free_fen) throw fail('HOLD_TOO_LARGE', { extra: { lineId, freeFen: row.free_fen.toString() } });
  }
  await tx.sql(insertHolds, [
    ...[supplierOrderId, sourceKind, sourceId],
    ...[lines.map((line) => line.lineId), lines.map((line) => line.fen.toString()), tx.now],
  ]);
  return part;
}

/**
 * Ends a hold: what is given back of each line stays out of settlement for good, the rest may be settled with the next run. Every
 * held line is named, once.
 */
export async function endHold(
  tx: Tx,
  { sourceKind, sourceId, refunds }: { sourceKind: string; sourceId: string; refunds: readonly HeldLine[] },
): Promise<void> {
  const ended = await tx.sql(endHolds, [
    ...[sourceKind, sourceId],
    ...[refunds.map((line) => line.lineId), refunds.map((line) => line.fen.toString()), tx.now],
  ]);
  must(ended.length === refunds.length, 'what is let go was held');
  await reopenLines(
    tx,
    ended.map((line) => line.line_id),
  );
}
