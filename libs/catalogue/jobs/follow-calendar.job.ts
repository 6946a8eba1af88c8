import { command, defineJob } from '@xihuo/platform';
import { followCalendar } from '../actions/search/index-products';

const HOUR = 3_600_000;

/** A county is a key county from a day to a day: its goods are found so within an hour of either. */
export const followCalendarJob = defineJob({
  name: 'catalogue.followCalendar',
  every: HOUR,
  run: ({ database }) =>
    command(
      database,
      {
        name: 'catalogue.followCalendar',
        actor: { kind: 'system', name: 'catalogue' },
        requestId: 'catalogue.followCalendar',
      },
      followCalendar,
    ),
});
