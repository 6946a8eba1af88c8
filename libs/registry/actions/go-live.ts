import type { ContextParts } from '@xihuo/platform';
import { yearsWithoutHolidays } from '../store/calendar.sql';

/** What has to be known of the year: periods of law are counted in working days. */
export const registryGoLive: ContextParts['goLive'] = [
  {
    name: 'registry.calendar',
    asks: {
      zh: '已录入当年（12 月起含次年）的放假和调休安排',
      en: 'The holidays of the year are entered, from December on those of the next',
    },
    async missing({ database }) {
      const rows = await database.read(yearsWithoutHolidays);
      return rows.map(({ year }) => ({ zh: String(year), en: String(year) }));
    },
  },
];
