import { money } from '@xihuo/kernel';
import type { NewTransfer } from '@xihuo/ledger';
import { newId, type Tx } from '@xihuo/platform';
import { funderAccount } from './funder-account';
import { owedByFunder, oweSubsidies } from '../store/subsidy.sql';
import { postInChunks } from './post-in-chunks';

/** Version of the rule by which a funder owes its part of a discount: in proportion to the goods that stay sold, rounded down. */
export const SUBSIDY_RULE = 'subsidy.owe@1';

/**
 * Puts down what those who fund discounts owe for the lines of a shard of a run (design part 3): each supplier's receivable, and no part of its
 * payable until it is received.
 */
export async function bookSubsidies(
  tx: Tx,
  { runId, businessDate, supplierIds }: { runId: string; businessDate: string; supplierIds: readonly string[] },
): Promise<void> {
  await tx.sql(oweSubsidies, [runId, SUBSIDY_RULE, supplierIds]);
  const sums = await tx.sql(owedByFunder, [runId, supplierIds]);
  await postInChunks(
    tx,
    sums.map((sum): NewTransfer => ({
      ...{ id: newId(), groupId: newId(), code: 'subsidy.owe', sourceKind: 'settlementRun', sourceId: runId },
      ...{ debit: funderAccount(sum), credit: { code: 'supplierSubsidy', ownerId: sum.supplier_id } },
      ...{ amountFen: money.fen(sum.fen), ruleVersion: SUBSIDY_RULE, businessDate },
    })),
  );
}
