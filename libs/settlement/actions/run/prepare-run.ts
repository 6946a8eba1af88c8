import { FUNDING_RULE, suppliersOwingRebates } from '@xihuo/benefit';
import { fail } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import { failpoint, type Tx } from '@xihuo/platform';
import { chargedSuppliers } from '../../store/adjustment.sql';
import { anyCreditToUse } from '../../store/funder-credit.sql';
import { anythingDue, openRun } from '../../store/run.sql';
import { makeShards, prepareOneAtATime, runsBefore } from '../../store/shard.sql';
import { SUBSIDY_RULE } from '../owe-subsidies';
import { tellOfRun } from '../tell-live';
import { useCredits } from '../use-credits';
import { ADJUSTMENT_RULE, NETTING_RULE, SETTLEMENT_RULE } from './state-shard';

/** Lines of a shard, about: some seconds of work, so that little is done again after a kill, and a pause is soon one. */
const LINES_A_SHARD = 20_000;

/** Whether a run for this business date would settle anything, or put anything on a statement. */
export async function settlementDue(tx: Tx, periodEnd: string): Promise<boolean> {
  const [row] = await tx.sql(anythingDue, [periodEnd]);
  if (row?.due || (await tx.sql(chargedSuppliers)).length > 0) return true;
  return (await tx.sql(anyCreditToUse))[0]!.found;
}

/** Suppliers with a place in a shard also where nothing of theirs is settled: for rebates, corrections and what they are to give back. */
async function besideSales(tx: Tx): Promise<string[]> {
  return [...(await suppliersOwingRebates(tx)), ...(await tx.sql(chargedSuppliers)).map((row) => row.supplier_id)];
}

/**
 * Prepares the settlement of every released line up to and including a business date: the run, with the rules it settles by, and its
 * shards. What funders have back pays what they owe first, so that it is settled with this run. From then on it is worked off shard by shard. A supplier that an earlier run could not settle is left to that run.
 *
 * @param periodEnd YYYY-MM-DD (Asia/Shanghai), a day that is over
 * @param linesAShard more, where one supplier has more
 * @returns the run's id
 * @throws ProblemError PERIOD_NOT_OVER, RUN_EXISTS, LATER_PERIOD_SETTLED, RUN_UNDER_WAY
 */
export async function prepareRun(tx: Tx, periodEnd: string, linesAShard = LINES_A_SHARD): Promise<string> {
  if (periodEnd >= time.businessDate(tx.now)) throw fail('PERIOD_NOT_OVER');
  await tx.sql(prepareOneAtATime);
  const [before] = await tx.sql(runsBefore, [periodEnd]);
  if (before?.same) throw fail('RUN_EXISTS');
  if (before?.later) throw fail('LATER_PERIOD_SETTLED');
  if (before?.under_way) throw fail('RUN_UNDER_WAY');
  await useCredits(tx, periodEnd);
  const [run] = await tx.sql(openRun, [
    periodEnd,
    tx.now,
    [SETTLEMENT_RULE, FUNDING_RULE, SUBSIDY_RULE, ADJUSTMENT_RULE, NETTING_RULE],
  ]);
  must(run, 'a run that is opened has an id');
  failpoint('settlement.prepare:opened');
  const [made] = await tx.sql(makeShards, [run.id, periodEnd, linesAShard, await besideSales(tx)]);
  tx.audit({
    ...{ action: 'settlement.prepare', subjectKind: 'settlementRun', subjectId: run.id },
    after: { periodEnd, shards: made?.shards ?? 0 },
  });
  tellOfRun(tx, run.id);
  return run.id;
}
