import { defineJob } from '@xihuo/platform';
import { reconcile } from '../actions/reconcile-day';
import { tillOf } from '../actions/till';

/** Once a day there is something to do; a provider that did not answer is asked again in a while. */
export const reconcileJob = defineJob({
  name: 'payment.reconcile',
  every: 15 * 60_000,
  run: (kit) => reconcile(tillOf(kit)),
});
