import { command, defineJob } from '@xihuo/platform';
import { indexChanged, settleIndex } from '../actions/search/index-products';

const OPTIONS = {
  name: 'catalogue.indexProducts',
  actor: { kind: 'system', name: 'catalogue' },
  requestId: 'catalogue.indexProducts',
} as const;

/** A change is found within two seconds: looked for twice a second, by one worker at a time. */
export const indexProductsJob = defineJob({
  name: 'catalogue.indexProducts',
  every: 500,
  async run({ database }) {
    const batch = async (rush: boolean) => (await command(database, OPTIONS, (tx) => indexChanged(tx, rush))).view;
    if (!(await batch(false))) return;
    while (await batch(true));
    await command(database, OPTIONS, settleIndex);
  },
});
