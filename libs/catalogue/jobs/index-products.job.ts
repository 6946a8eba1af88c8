import { command, defineJob } from '@xihuo/platform';
import { indexChanged, settleIndex } from '../actions/search/index-products';

const OPTIONS = {
  name: 'catalogue.indexProducts',
  actor: { kind: 'system', name: 'catalogue' },
  requestId: 'catalogue.indexProducts',
} as const;

/** While one batch is written by the database, the next is read into words: two cores have work. */
const LANES = 2;

/** A change is found within two seconds: looked for twice a second, by one worker at a time. */
export const indexProductsJob = defineJob({
  name: 'catalogue.indexProducts',
  every: 500,
  async run({ database }) {
    const batch = async (rush: boolean) => (await command(database, OPTIONS, (tx) => indexChanged(tx, rush))).view;
    if (!(await batch(false))) return;
    let going = true;
    const lane = async () => {
      while (going && (await batch(true)));
    };
    const lanes = await Promise.allSettled(Array.from({ length: LANES }, () => lane().finally(() => (going = false))));
    for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason;
    await command(database, OPTIONS, settleIndex);
  },
});
