import { money, must } from '@xihuo/kernel';
import type { AccountKey, NewTransfer } from '@xihuo/ledger';
import { newId, type Tx } from '@xihuo/platform';
import { anybodyOwesBack } from '../../store/adjustment.sql';
import {
  brokenStatements,
  makeStatements,
  postedCorrections,
  type MadeStatement,
} from '../../store/make-statements.sql';
import { payoutsOneAtATime } from '../../store/payout/draw.sql';
import { postInChunks } from '../post-in-chunks';

/** Version of the order of payment (fee, households, supplier) and of what a statement says. */
export const SETTLEMENT_RULE = 'settlement.run@2';
/** Version of how a correction is booked: the platform bears it, or has it. */
export const ADJUSTMENT_RULE = 'adjustment.post@1';
/** Version of how a supplier gives back: out of the first of what it has that is on no payout list. */
export const NETTING_RULE = 'receivable.net@1';

const CLEARING: AccountKey = { code: 'orderClearing', ownerId: null };
const PLATFORM: AccountKey = { code: 'platformAdjustment', ownerId: null };
const payableOf = (ownerId: string): AccountKey => ({ code: 'supplierPayable', ownerId });
export const receivableOf = (ownerId: string): AccountKey => ({ code: 'supplierReceivable', ownerId });

interface Shard {
  readonly runId: string;
  readonly periodEnd: string;
  /** Under which it goes into the books: the end of the period, unless they are closed. */
  readonly businessDate: string;
  readonly supplierIds: readonly string[];
}

/**
 * Where a supplier of the shard is to give something back: nobody draws up a payout list until the shard is settled, so that what is
 * netted is not paid out as well. Asked before anything of the shard is held, as whoever pays out does.
 *
 * @returns whether anything may be netted
 */
export async function holdPayoutsOff(tx: Tx, supplierIds: readonly string[]): Promise<boolean> {
  const [anybody] = await tx.sql(anybodyOwesBack, [supplierIds]);
  if (!anybody?.owes) return false;
  await tx.sql(payoutsOneAtATime);
  return true;
}

/**
 * Writes the statements of a shard of which every line is settled, and books what they say: fee and payable, then what was put right,
 * then what is netted.
 */
export async function stateShard(tx: Tx, shard: Shard, mayNet: boolean): Promise<void> {
  const { runId, periodEnd, businessDate, supplierIds } = shard;
  const made = await tx.sql(makeStatements, [runId, supplierIds, periodEnd, SETTLEMENT_RULE, mayNet]);
  const [check] = await tx.sql(brokenStatements, [runId, supplierIds]);
  must(check?.broken === 0, 'a statement opens with what the one before closed with');
  await postInChunks(
    tx,
    made.flatMap((one) => settled(shard, one)),
  );
  const corrections = await tx.sql(postedCorrections, [runId, supplierIds]);
  await postInChunks(
    tx,
    corrections.map(({ id, supplier_id: supplierId, amount_fen: fen }) => ({
      ...{ id: newId(), groupId: newId(), sourceKind: 'adjustment', sourceId: id, code: 'settle.adjustment' },
      ...{ ruleVersion: ADJUSTMENT_RULE, businessDate, amountFen: money.fen(fen > 0n ? fen : -fen) },
      ...(fen > 0n
        ? { debit: PLATFORM, credit: payableOf(supplierId) }
        : { debit: receivableOf(supplierId), credit: PLATFORM }),
    })),
  );
  await postInChunks(
    tx,
    made.filter((one) => one.netted_fen > 0n).map((one) => netted(shard, one)),
  );
}

/** Fee and payable of a supplier leave the clearing account in one group: both or neither. */
function settled({ runId, businessDate }: Shard, one: MadeStatement): NewTransfer[] {
  const groupId = newId();
  const parts: { credit: AccountKey; fen: bigint; code: string }[] = [
    { credit: { code: 'platformFee', ownerId: null }, fen: one.fee_fen, code: 'settle.fee' },
    { credit: payableOf(one.supplier_id), fen: one.payable_fen, code: 'settle.payable' },
  ];
  return parts
    .filter((part) => part.fen > 0n)
    .map(({ credit, fen, code }) => ({
      ...{ id: newId(), groupId, debit: CLEARING, credit, amountFen: money.fen(fen), code, businessDate },
      ...{ sourceKind: 'settlementRun', sourceId: runId, ruleVersion: SETTLEMENT_RULE },
    }));
}

function netted({ runId, businessDate }: Shard, one: MadeStatement): NewTransfer {
  return {
    ...{ id: newId(), groupId: newId(), code: 'settle.netted', sourceKind: 'settlementRun', sourceId: runId },
    ...{ debit: payableOf(one.supplier_id), credit: receivableOf(one.supplier_id) },
    ...{ amountFen: money.fen(one.netted_fen), ruleVersion: NETTING_RULE, businessDate },
  };
}
