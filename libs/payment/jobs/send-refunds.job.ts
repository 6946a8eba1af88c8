import { defineJob } from '@xihuo/platform';
import { SEND_REFUNDS } from '../actions/request-refunds';
import { sendRefunds } from '../actions/send-refunds';
import { tillOf } from '../actions/till';

export const sendRefundsJob = defineJob({
  name: SEND_REFUNDS,
  every: 5_000,
  run: (kit) => sendRefunds(tillOf(kit), kit.log),
});
