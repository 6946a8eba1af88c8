import { money, must, time } from '@xihuo/kernel';
import type { NewTransfer } from '@xihuo/ledger';
import { newId, type Tx } from '@xihuo/platform';
import { insertBeside, type HeldAdjustment } from '../../store/adjustment.sql';
import { giveBackOfLine, lockSubsidiesOfLine, withdrawUnpaid, type FunderPart } from '../../store/subsidy-back.sql';
import { creditAccount, funderAccount } from '../funder-account';
import { postInChunks } from '../post-in-chunks';
import { receivableOf } from '../run/state-shard';

/** Version of the rule by which a late refund gives funders their part back: in proportion to what of the line goes back. */
export const SUBSIDY_BACK_RULE = 'subsidy.back@1';
/** Version of how what a funder does not pay a supplier that leaves is taken off the books. */
export const SUBSIDY_OFF_RULE = 'subsidy.off@1';

/**
 * Who funded a discount of a line that goes back after it was settled funds so much less of it: what it has not paid it owes no more, and
 * what it has paid the supplier, which had it with the line's net, is to give back. That is netted like the refund itself, a line of
 * the same statement, and the funder has it to its credit: it pays what the funder owes next (`useCredits`).
 *
 * @returns what the supplier is to give back for it
 */
export async function giveSubsidiesBack(
  tx: Tx,
  { id, line_id: lineId, supplier_id: supplierId }: HeldAdjustment,
): Promise<money.Fen> {
  await tx.sql(lockSubsidiesOfLine, [lineId]);
  const parts = await tx.sql(giveBackOfLine, [id, lineId, SUBSIDY_BACK_RULE]);
  const paid = parts.filter((part) => part.paid_fen > 0n).map((part) => ({ ...part, id: newId() }));
  await tx.sql(insertBeside, [
    ...[id, 'subsidyBack', paid.map((part) => part.id), paid.map((part) => (-part.paid_fen).toString())],
  ]);
  await postInChunks(tx, [
    ...owedNoMore(tx, { id, supplierId, parts, sourceKind: 'lateRefund', ruleVersion: SUBSIDY_BACK_RULE }),
    ...paid.map((part): NewTransfer => ({
      ...{ id: newId(), groupId: newId(), code: 'subsidy.back', sourceKind: 'adjustment', sourceId: part.id },
      ...{ debit: receivableOf(supplierId), credit: creditAccount(part), amountFen: money.fen(part.paid_fen) },
      ...{ ruleVersion: SUBSIDY_BACK_RULE, businessDate: time.businessDate(tx.now) },
    })),
  ]);
  return money.sum(paid.map((part) => money.fen(part.paid_fen)));
}

/**
 * Takes what organisations owe a supplier that leaves off the books, all of it, in the transaction that approves it: the claim stays the
 * supplier's against the funder, and is pursued between the two; its exit waits for it no longer.
 */
export async function takeSubsidiesOff(
  tx: Tx,
  { id, supplier_id: supplierId, amount_fen: fen }: HeldAdjustment,
): Promise<void> {
  const parts = await tx.sql(withdrawUnpaid, [id, supplierId, SUBSIDY_OFF_RULE]);
  must(
    money.sum(parts.map((part) => money.fen(part.withdrawn_fen))) === fen,
    'what is taken off is all that was unpaid',
  );
  await postInChunks(
    tx,
    owedNoMore(tx, { id, supplierId, parts, sourceKind: 'adjustment', ruleVersion: SUBSIDY_OFF_RULE }),
  );
}

interface Withdrawn {
  readonly id: string;
  readonly supplierId: string;
  readonly parts: readonly FunderPart[];
  readonly sourceKind: string;
  readonly ruleVersion: string;
}

function owedNoMore(tx: Tx, { id, supplierId, parts, sourceKind, ruleVersion }: Withdrawn): NewTransfer[] {
  return parts
    .filter((part) => part.withdrawn_fen > 0n)
    .map((part) => ({
      ...{ id: newId(), groupId: newId(), code: 'subsidy.withdrawn', sourceKind, sourceId: id, ruleVersion },
      ...{ debit: { code: 'supplierSubsidy', ownerId: supplierId }, credit: funderAccount(part) },
      ...{ amountFen: money.fen(part.withdrawn_fen), businessDate: time.businessDate(tx.now) },
    }));
}
