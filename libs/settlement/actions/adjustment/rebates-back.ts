import { rebates } from '@xihuo/benefit';
import { money, time } from '@xihuo/kernel';
import type { NewTransfer } from '@xihuo/ledger';
import { newId, type Tx } from '@xihuo/platform';
import { insertBeside, type HeldAdjustment } from '../../store/adjustment.sql';
import { dueLess, unpaidRebates, type UnpaidRebateRow } from '../../store/rebate-back.sql';
import { postInChunks } from '../post-in-chunks';
import { receivableOf } from '../run/state-shard';
import type { Telling } from './refund-late';

/**
 * What of a line goes back after it was settled takes its part of the line's second rebates with it, where these are not paid yet (design
 * part 3): what is open is owed no more, and what was funded and is on no payout list comes back from the household's account, so that the
 * supplier has as much less to give back; a line of the same statement. What is paid, or on its way, the supplier bears.
 * Whoever draws up payout lists waits: what is looked at here is not listed meanwhile.
 *
 * @param supplierOrderId the part of the order that the line is of
 */
export async function giveRebatesBack(
  tx: Tx,
  kit: Telling,
  { id, supplier_id: supplierId, amount_fen: refund }: HeldAdjustment,
  supplierOrderId: string,
): Promise<void> {
  const wanted = await rebates.toGiveBack(tx, kit, supplierOrderId);
  if (wanted.length === 0) return;
  const asked = wanted.map(({ obligationId, fen }) => ({ obligation_id: obligationId, fen: fen.toString() }));
  const unpaid = await tx.sql(unpaidRebates, [JSON.stringify(asked), (-refund).toString()]);
  if (unpaid.length === 0) return;
  const backId = newId();
  const fen = unpaid.reduce((sum, row) => sum + row.fen, 0n);
  await tx.sql(insertBeside, [id, 'rebateBack', [backId], [fen.toString()]]);
  await rebates.giveBack(
    tx,
    kit,
    backId,
    unpaid.map((row) => ({ obligationId: row.obligation_id, runId: row.run_id, fen: row.fen })),
  );
  const parts = unpaid.map((row) => ({ run_id: row.run_id, payee_id: row.payee_id, fen: row.fen.toString() }));
  await tx.sql(dueLess, [backId, JSON.stringify(parts)]);
  await postInChunks(
    tx,
    [...byPayee(unpaid)].map(([payeeId, of]): NewTransfer => ({
      ...{ id: newId(), groupId: newId(), code: 'rebate.back', sourceKind: 'adjustment', sourceId: backId },
      ...{ debit: { code: 'householdPayable', ownerId: payeeId }, credit: receivableOf(supplierId) },
      ...{ amountFen: money.fen(of), ruleVersion: rebates.RULE, businessDate: time.businessDate(tx.now) },
    })),
  );
}

function byPayee(rows: readonly UnpaidRebateRow[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { payee_id: payeeId, fen } of rows) sums.set(payeeId, (sums.get(payeeId) ?? 0n) + fen);
  return sums;
}
