import { fail, type InputOf, type machines } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import { newId, type Tx } from '@xihuo/platform';
import { adjustable, insertAdjustment, lateLine } from '../../store/adjustment.sql';
import { personOf } from '../payout/payout-kit';
import { mustBeWritableOff } from './write-off';

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
  return insert(tx, {
    kind: 'correction',
    supplierId,
    statementId,
    lineId,
    fen: BigInt(amount.amount),
    reason,
    evidence,
  });
}

type WantedRefund = InputOf<'POST /settlement/late-refunds'>['body'];

/**
 * Proposes to pay a buyer back for a line that was settled. Nothing moves before a second person has approved it.
 *
 * @returns the id of the adjustment
 * @throws ProblemError NOT_FOUND where the line is none of the statement's, LATE_REFUND_TOO_LARGE (extra: leftFen)
 */
export async function proposeLateRefund(tx: Tx, wanted: WantedRefund): Promise<string> {
  const { statementId, lineId, amount, reason, evidence } = wanted;
  const [line] = await tx.sql(lateLine, [statementId, lineId]);
  if (!line) throw fail('NOT_FOUND');
  const fen = money.fromWire(amount);
  if (fen > line.left_fen) throw fail('LATE_REFUND_TOO_LARGE', { extra: { leftFen: line.left_fen.toString() } });
  const supplierId = line.supplier_id;
  return insert(tx, { kind: 'lateRefund', supplierId, statementId, lineId, fen: -fen, reason, evidence });
}

type WantedWriteOff = InputOf<'POST /settlement/write-offs'>['body'];

/**
 * Proposes to write off what a supplier that leaves cannot give back, or what funders of its discounts have not paid it. Nothing moves before a second person has approved it.
 *
 * @returns the id of the adjustment
 * @throws ProblemError NOT_FOUND where there is no such supplier, WRITE_OFF_NOT_YET, WRITE_OFF_TOO_LARGE (extra: leftFen)
 */
export async function proposeWriteOff(tx: Tx, wanted: WantedWriteOff): Promise<string> {
  const { supplierId, amount, reason, evidence } = wanted;
  const [found] = await tx.sql(adjustable, [supplierId, null, null]);
  if (!found?.supplier) throw fail('NOT_FOUND');
  const fen = money.fromWire(amount);
  const kind = await mustBeWritableOff(tx, supplierId, fen);
  return insert(tx, { kind, supplierId, statementId: null, lineId: null, fen, reason, evidence });
}

interface Proposal {
  readonly kind: machines.AdjustmentKind;
  readonly supplierId: string;
  readonly statementId: string | null;
  readonly lineId: string | null;
  readonly fen: bigint;
  readonly reason: string;
  readonly evidence: string;
}

async function insert(tx: Tx, proposal: Proposal): Promise<string> {
  const { kind, supplierId, statementId, lineId, fen, reason, evidence } = proposal;
  const id = newId();
  await tx.sql(insertAdjustment, [
    ...[id, kind, supplierId, statementId, lineId, fen.toString(), reason, evidence, personOf(tx.actor), tx.now],
  ]);
  tx.audit({
    ...{ action: 'adjustment.propose', subjectKind: 'adjustment', subjectId: id },
    after: { kind, supplierId, statementId, lineId, amountFen: fen.toString(), reason },
  });
  return id;
}
