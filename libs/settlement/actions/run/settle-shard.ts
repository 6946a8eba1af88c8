import { fundObligations, openFundable } from '@xihuo/benefit';
import { money, must } from '@xihuo/kernel';
import type { AccountKey, NewTransfer } from '@xihuo/ledger';
import { lines } from '@xihuo/ordering';
import { failpoint, newId, type Tx } from '@xihuo/platform';
import { keepDues } from '../../store/payout/draw.sql';
import {
  brokenLines,
  handDown,
  insertStatements,
  keepLineDues,
  keepPortionDues,
  markDone,
  splitByLot,
  sumsBySupplier,
  takeLines,
  type SupplierSum,
} from '../../store/run.sql';
import { holdShard, shardSettled, suppliersOfShard } from '../../store/shard.sql';
import { bookSubsidies } from '../owe-subsidies';
import { postInChunks } from '../post-in-chunks';

/** Version of the order of payment: fee, households, supplier. */
export const SETTLEMENT_RULE = 'settlement.run@1';

/**
 * Settles the suppliers of one shard, whole or not at all: of each line the fee, then the households behind the goods by priority, then
 * the supplier's payable; those who fund its discounts owe their part from then on. Once: the shard is held, and another worker's, or
 * one that is settled, is left alone.
 *
 * @returns whether it was settled here
 */
export async function settleShard(tx: Tx, shardId: string): Promise<boolean> {
  const [shard] = await tx.sql(holdShard, [shardId]);
  if (!shard) return false;
  const { run_id: runId, period_end: periodEnd } = shard;
  const supplierIds = (await tx.sql(suppliersOfShard, [shardId])).map((row) => row.supplier_id);
  must(supplierIds.length === shard.suppliers, 'a shard counts its suppliers');
  const ofShard = [runId, supplierIds];
  await lines.openSettleable(tx, periodEnd, supplierIds);
  await tx.sql(takeLines, [runId, periodEnd]);
  failpoint('settlement.shard:taken');
  await bookSubsidies(tx, { runId, periodEnd, supplierIds });
  await tx.sql(splitByLot, ofShard);
  await openFundable(tx);
  await tx.sql(handDown, ofShard);
  await fundObligations(tx, runId, periodEnd, supplierIds);
  failpoint('settlement.shard:funded');
  await tx.sql(keepPortionDues, ofShard);
  await tx.sql(keepLineDues, ofShard);

  const [check] = await tx.sql(brokenLines, ofShard);
  must(check?.broken === 0, 'every settled line is fee plus households plus supplier');
  const sums = await tx.sql(sumsBySupplier, ofShard);
  await postSums(tx, runId, periodEnd, sums);
  failpoint('settlement.shard:posted');
  await tx.sql(insertStatements, [runId, periodEnd, JSON.stringify(sums, bigintAsText), SETTLEMENT_RULE]);
  await tx.sql(keepDues, ofShard);
  await tx.sql(markDone);
  await lines.closeSettled(tx);
  failpoint('settlement.shard:stated');
  await tx.sql(shardSettled, [shardId, tx.now]);
  return true;
}

function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

/** Fee and payable of each supplier leave the clearing account in one group: both or neither. */
async function postSums(tx: Tx, runId: string, businessDate: string, sums: readonly SupplierSum[]): Promise<void> {
  const transfers = sums.flatMap((sum): NewTransfer[] => {
    const groupId = newId();
    const parts: { credit: AccountKey; fen: bigint; code: string }[] = [
      { credit: { code: 'platformFee', ownerId: null }, fen: sum.fee_fen, code: 'settle.fee' },
      { credit: { code: 'supplierPayable', ownerId: sum.supplier_id }, fen: sum.payable_fen, code: 'settle.payable' },
    ];
    return parts
      .filter((part) => part.fen > 0n)
      .map((part) => ({
        id: newId(),
        debit: { code: 'orderClearing', ownerId: null },
        credit: part.credit,
        amountFen: money.fen(part.fen),
        code: part.code,
        groupId,
        sourceKind: 'settlementRun',
        sourceId: runId,
        ruleVersion: SETTLEMENT_RULE,
        businessDate,
      }));
  });
  await postInChunks(tx, transfers);
}
