import { watch } from '@xihuo/admission';
import { defineJob } from '@xihuo/platform';
import { endUnsent } from '../actions/end-unsent';
import { openOrdersOfExits } from '../store/exit.sql';

export const exits = watch.exitAnswers('ordering', openOrdersOfExits);

export const endUnsentJob = defineJob({
  name: 'ordering.endUnsentOfExits',
  every: 60_000,
  run: ({ database, log }) => endUnsent(database, log),
});
