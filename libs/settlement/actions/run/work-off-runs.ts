import { must, states } from '@xihuo/kernel';
import { machines } from '@xihuo/contract';
import { command, failpoint, type Kit, type Tx } from '@xihuo/platform';
import { beginShard, holdShard, runsToClose, shardFailed, splitShard, type BegunShard } from '../../store/shard.sql';
import { tellOfRun } from '../tell-live';
import { postRun } from './close-run';
import { settleShard } from './settle-shard';

/** So often one supplier is tried before somebody has to look: a moment without the database is over by then. */
const MOST_TRIES = 3;
/** So often a shard may be what a worker was at when it died. */
const MOST_BEGUN = 5;
const REASON_LENGTH = 300;

type At = Pick<Kit, 'database' | 'log'>;

/**
 * Works off every run that is not paused: shard after shard, each in a transaction of its own, then what makes the run whole. What is
 * done stands in the tables alone, so that any worker goes on where another was killed, and several at once never do the same. A
 * shard that cannot be settled is halved until the supplier it is about stands alone; that one is set apart with the reason.
 */
export async function workOffRuns(at: At): Promise<void> {
  for (;;) {
    const begun = await does(at, 'settlement.begin', async (tx) => (await tx.sql(beginShard))[0] ?? null);
    if (!begun) break;
    failpoint('settlement.shard:begun');
    await settleOrSetApart(at, begun);
    failpoint('settlement.shard:between');
  }
  for (const { id } of await at.database.read(runsToClose)) {
    const posted = await does(at, 'settlement.close', (tx) => postRun(tx, id));
    if (posted) at.log.info({ run: id, lines: posted.lines }, 'settled');
  }
}

async function settleOrSetApart(at: At, begun: BegunShard): Promise<void> {
  try {
    must(begun.begun <= MOST_BEGUN, `a shard is done once it was begun ${MOST_BEGUN} times`);
    await does(at, 'settlement.shard', (tx) => settleShard(tx, begun.id));
  } catch (error) {
    at.log.error({ err: error, shard: begun.id }, 'a shard could not be settled');
    if (begun.suppliers === 1 && begun.begun < MOST_TRIES) return;
    const reason = (error instanceof Error ? error.message : String(error)).slice(0, REASON_LENGTH);
    await does(at, 'settlement.setApart', (tx) => setApart(tx, begun.id, reason));
  }
}

async function setApart(tx: Tx, id: string, reason: string): Promise<void> {
  const [shard] = await tx.sql(holdShard, [id]);
  if (!shard) return;
  tellOfRun(tx, shard.run_id);
  if (shard.suppliers > 1) {
    await tx.sql(splitShard, [id]);
    return;
  }
  must(states.transition(machines.shardStates, 'waiting', 'fail') === 'failed', 'what waits may fail');
  await tx.sql(shardFailed, [id, reason]);
  tx.audit({ action: 'settlement.setApart', subjectKind: 'settlementShard', subjectId: id, after: { reason } });
}

async function does<View>({ database }: At, name: string, work: (tx: Tx) => Promise<View>): Promise<View> {
  const by = { actor: { kind: 'system', name: 'settlement.daily' }, requestId: 'settlement.daily' } as const;
  return (await command(database, { name, ...by }, work)).view;
}
