import { must } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { shardsOfRun } from '../store/shard.sql';
import type { RunView } from '../store/settlement-view';
import { postRun } from './run/close-run';
import { prepareRun } from './run/prepare-run';
import { settleShard } from './run/settle-shard';

const IN_ONE = 2_000_000_000;

/**
 * Settles every released line up to and including a business date in one transaction, whole or not at all: for seeds and tests. The
 * same steps as those of a worker, which does them one by one.
 *
 * @param periodEnd YYYY-MM-DD (Asia/Shanghai), a day that is over
 * @throws ProblemError PERIOD_NOT_OVER, RUN_EXISTS, LATER_PERIOD_SETTLED, RUN_UNDER_WAY
 */
export async function runSettlement(tx: Tx, periodEnd: string): Promise<RunView> {
  const id = await prepareRun(tx, periodEnd, IN_ONE);
  const shards = await tx.sql(shardsOfRun, [id]);
  must(shards.length <= 1, 'all of it is one shard');
  for (const shard of shards) must(await settleShard(tx, shard.id), 'nobody else is at it');
  const posted = await postRun(tx, id);
  must(posted, 'what is settled is posted');
  return posted;
}
