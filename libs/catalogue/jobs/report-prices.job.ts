import { command, defineJob, type Kit } from '@xihuo/platform';
import { reportPrices } from '../actions/report-prices';

const by = { actor: { kind: 'system', name: 'catalogue.prices' }, requestId: 'catalogue.prices' } as const;

/** All prices are compared, so it is done a few times a day only; a day counts once. */
export const reportPricesJob = defineJob({
  name: 'catalogue.reportPrices',
  every: 6 * 3_600_000,
  async run({ database }: Kit) {
    await command(database, { name: 'catalogue.prices', ...by }, reportPrices);
  },
});
