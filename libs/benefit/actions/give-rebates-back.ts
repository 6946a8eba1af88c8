import { must } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { fundedBeyond, keepSharesBack } from '../store/rebate-back.sql';
import type { BenefitKit } from './benefit-kit';
import { overtake } from './contest/open-contest';
import { takeBackRebates } from './take-back-rebates';

/** Version of the rule by which a second rebate that was funded and is not paid goes back with the goods it is of. */
export const REBATE_BACK_RULE = 'rebate.back@1';

/** A debt, and how many fen of it. */
export interface FundedRebate {
  readonly obligationId: string;
  readonly fen: bigint;
}

/** What of a debt goes back, by the run that had funded it. */
export interface RebateBack extends FundedRebate {
  readonly runId: string;
}

/**
 * What of the second rebates of a part of an order, of which something has gone back, is to go back as well and was funded. What is
 * open of them is taken back here; of what was funded whoever pays out knows what is not paid yet, and says so to `giveRebatesBack`.
 *
 * @param supplierOrderId the part of which a line was paid back, in this transaction or before
 */
export async function rebatesToGiveBack(
  tx: Tx,
  kit: BenefitKit,
  supplierOrderId: string,
): Promise<readonly FundedRebate[]> {
  await takeBackRebates(tx, kit, [supplierOrderId]);
  return (await tx.sql(fundedBeyond, [supplierOrderId])).map(({ id, fen }) => ({ obligationId: id, fen }));
}

/**
 * Takes back of rebates what was funded and not paid: the share rows stay, what went back of them stands beside them. The transfer is
 * the caller's, whose money it is.
 *
 * @param sourceId of the refund that takes it
 */
export async function giveRebatesBack(
  tx: Tx,
  kit: BenefitKit,
  sourceId: string,
  parts: readonly RebateBack[],
): Promise<void> {
  if (parts.length === 0) return;
  const rows = parts.map(({ obligationId, runId, fen }) => ({
    ...{ obligation_id: obligationId, run_id: runId, fen: fen.toString() },
  }));
  const changed = await tx.sql(keepSharesBack, [sourceId, JSON.stringify(rows), REBATE_BACK_RULE]);
  must(
    changed.length === new Set(parts.map(({ obligationId }) => obligationId)).size,
    'every debt of which something goes back is there',
  );
  await overtake(
    tx,
    kit,
    changed.filter(({ whole }) => whole).map(({ id }) => id),
  );
}
