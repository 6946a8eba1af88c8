import { fail } from '@xihuo/contract';
import { must, type money } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { lockPart, moneyOfLines, type PartOfOrder } from '../store/line-hold.sql';
import { insertLateRefund, partOfLine } from '../store/late-refund.sql';
import { payBack } from './business/pay-back';

export interface LateRefund {
  readonly lineId: string;
  /** Fen of what was paid for it. */
  readonly fen: money.Fen;
  /** The approval it follows from: the same again is the same refund. */
  readonly sourceId: string;
}

/**
 * Pays a buyer back for a line that was let go already, when no claim is open any more. Never more than was paid for it less what has
 * gone back; that it was settled, and who bears it, is the caller's to say.
 *
 * @returns the part of the order
 * @throws ProblemError NOT_FOUND, ORDER_STATE where it is not released, REFUND_TOO_LARGE (extra: leftFen)
 */
export async function refundLate(tx: Tx, { lineId, fen, sourceId }: LateRefund): Promise<PartOfOrder> {
  must(fen > 0n, 'something goes back');
  const [line] = await tx.sql(partOfLine, [lineId]);
  const [part] = line ? await tx.sql(lockPart, [line.supplier_order_id]) : [];
  if (!part) throw fail('NOT_FOUND');
  if (part.state !== 'released')
    throw fail('ORDER_STATE', { detail: `a part that is ${part.state} takes a claim or a dispute` });
  const money = (await tx.sql(moneyOfLines, [part.id])).find((row) => row.line_id === lineId)!;
  if (fen > money.free_fen) throw fail('REFUND_TOO_LARGE', { extra: { leftFen: money.free_fen.toString() } });
  await tx.sql(insertLateRefund, [sourceId, lineId, part.id, fen.toString(), tx.now]);
  await payBack(tx, [{ supplierOrderId: part.id, amountFen: fen, sourceKind: 'lateRefund', sourceId }]);
  return part;
}
