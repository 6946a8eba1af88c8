import { fail, type InputOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import { newId, type Tx } from '@xihuo/platform';
import { adjustable, insertAdjustment } from '../../store/adjustment.sql';
import { personOf } from '../payout/payout-kit';

type Wanted = InputOf<'POST /settlement/adjustments'>['body'];

/**
 * Proposes to put something right with a supplier. Nothing moves before a second person has approved it; the statement it is about
 * stays as it is.
 *
 * @returns the id of the adjustment
 * @throws ProblemError NOT_FOUND where there is no such supplier, ADJUSTMENT_ABOUT_OTHER
 */
export async function proposeAdjustment(tx: Tx, wanted: Wanted): Promise<string> {
  const { supplierId, statementId, lineId, amount, reason, evidence } = wanted;
  const [found] = await tx.sql(adjustable, [supplierId, statementId, lineId]);
  if (!found?.supplier) throw fail('NOT_FOUND');
  if (!found.about) throw fail('ADJUSTMENT_ABOUT_OTHER');
  const id = newId();
  const fen = money.fen(BigInt(amount.amount)).toString();
  await tx.sql(insertAdjustment, [
    ...[id, 'correction', supplierId, statementId, lineId, fen, reason, evidence, personOf(tx.actor), tx.now],
  ]);
  tx.audit({
    ...{ action: 'adjustment.propose', subjectKind: 'adjustment', subjectId: id },
    after: { supplierId, statementId, lineId, amountFen: fen, reason },
  });
  return id;
}
