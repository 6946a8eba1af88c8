import { command, defineJob, type Tx } from '@xihuo/platform';
import { indexSteadily, settleIndex, type Lane, type Round } from '../actions/search/index-products';

const OPTIONS = {
  name: 'catalogue.indexProducts',
  actor: { kind: 'system', name: 'catalogue' },
  requestId: 'catalogue.indexProducts',
} as const;

/** While one batch is written by the database, the next is read into words: two cores have work. */
const LANES = [0, 1] as const;

/** A change is found within two seconds: who makes one wakes the job, and it looks twice a second by itself; by one worker at a time. */
export const indexProductsJob = defineJob({
  name: 'catalogue.indexProducts',
  every: 500,
  async run({ database }) {
    const inside = async <Result>(work: (tx: Tx) => Promise<Result>) => (await command(database, OPTIONS, work)).view;
    const round: Round = { inside, putOff: 0 };
    if (!(await indexSteadily(round, false))) return;
    let broken = false;
    const run = async (lane: Lane) => {
      while (!broken && (await indexSteadily(round, true, lane)));
    };
    const lanes = await Promise.allSettled(
      LANES.map((number) =>
        run({ number, of: LANES.length }).catch((error: unknown) => {
          broken = true;
          throw error;
        }),
      ),
    );
    for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason;
    await command(database, OPTIONS, settleIndex);
  },
});
