import { fundObligations, openFundable } from '@xihuo/benefit';
import { must } from '@xihuo/kernel';
import { lines } from '@xihuo/ordering';
import { failpoint, type Tx } from '@xihuo/platform';
import { keepDues } from '../../store/payout/draw.sql';
import {
  brokenLines,
  handDown,
  keepLineDues,
  keepPortionDues,
  markDone,
  openPortionDues,
  splitByLot,
  sumPortionDues,
  takeLines,
} from '../../store/run.sql';
import { holdShard, shardSettled, sortInMemory, suppliersOfShard } from '../../store/shard.sql';
import { bookSubsidies } from '../owe-subsidies';
import { tellOfRun } from '../tell-live';
import { bookedOn } from './booked-on';
import { holdPayoutsOff, stateShard } from './state-shard';

/**
 * Settles the suppliers of one shard, whole or not at all: of each line the fee, then the households behind the goods by priority, then
 * the supplier's payable; those who fund its discounts owe their part from then on; and a statement of all that has moved since the
 * one before. Once: the shard is held, and another worker's, or one that is settled, is left alone.
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
  const mayNet = await holdPayoutsOff(tx, supplierIds);
  await tx.sql(sortInMemory);
  await lines.openSettleable(tx, periodEnd, supplierIds);
  await tx.sql(takeLines, [runId, periodEnd]);
  failpoint('settlement.shard:taken');
  const businessDate = await bookedOn(tx, periodEnd);
  await bookSubsidies(tx, { runId, businessDate, supplierIds });
  await tx.sql(splitByLot, ofShard);
  await openFundable(tx);
  await tx.sql(handDown, ofShard);
  await fundObligations(tx, runId, businessDate, supplierIds);
  failpoint('settlement.shard:funded');
  await tx.sql(openPortionDues);
  await tx.sql(sumPortionDues, ofShard);
  await tx.sql(keepPortionDues, ofShard);
  await tx.sql(keepLineDues, ofShard);

  const [check] = await tx.sql(brokenLines, ofShard);
  must(check?.broken === 0, 'every settled line is fee plus households plus supplier');
  await stateShard(tx, { runId, periodEnd, businessDate, supplierIds }, mayNet);
  failpoint('settlement.shard:posted');
  await tx.sql(keepDues, ofShard);
  await tx.sql(markDone);
  await lines.closeSettled(tx);
  failpoint('settlement.shard:stated');
  await tx.sql(shardSettled, [shardId, tx.now]);
  tellOfRun(tx, runId);
  return true;
}
