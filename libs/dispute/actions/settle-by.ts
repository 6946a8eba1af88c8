import { fail, type machines } from '@xihuo/contract';
import type { money } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { lockCase } from '../store/case.sql';
import { award } from './award';
import { move } from './move';

/**
 * Ends a case by what its sides have agreed on elsewhere, such as in the after-sale of its order.
 *
 * @param refundFen what goes back to the buyer, of what is held
 * @throws ProblemError NOT_FOUND, DISPUTE_STATE, DISPUTE_ABOVE_HELD
 */
export async function settleBy(
  tx: Tx,
  id: string,
  basis: machines.disputing.AwardBasis,
  refundFen: money.Fen,
): Promise<void> {
  const [row] = await tx.sql(lockCase, [id, null, null]);
  if (!row) throw fail('NOT_FOUND');
  if (refundFen > row.held_fen) throw fail('DISPUTE_ABOVE_HELD', { extra: { heldFen: row.held_fen.toString() } });
  await move(tx, row, 'agree');
  await award(tx, row, basis, refundFen);
}
