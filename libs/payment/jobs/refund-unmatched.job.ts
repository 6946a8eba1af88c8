import { defineJob } from '@xihuo/platform';
import { refundUnmatched } from '../actions/refund-unmatched';
import { tillOf } from '../actions/till';

export const refundUnmatchedJob = defineJob({
  name: 'payment.refundUnmatched',
  every: 10_000,
  run: (kit) => refundUnmatched(tillOf(kit), kit.log),
});
