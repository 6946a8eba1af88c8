import type { ContextParts } from '@xihuo/platform';
import { settingKeys, settingName } from '../rules/setting-names';
import { yearsWithoutHolidays } from '../store/calendar.sql';
import { anyCounty } from '../store/place.sql';
import { settingsWithoutValue } from '../store/policy.sql';

/** What every house stands on: where people are, the numbers it goes by, and the year, since periods of law are counted in working days. */
export const registryGoLive: ContextParts['goLive'] = [
  {
    name: 'registry.regions',
    asks: { zh: '已载入行政区划', en: 'The regions of the country are loaded' },
    async missing({ database }) {
      const [counties] = await database.read(anyCounty);
      return counties?.there ? [] : [{ zh: '没有县级区划', en: 'there is no county' }];
    },
  },
  {
    name: 'registry.settings',
    asks: { zh: '每项设定今日都有生效值', en: 'Every setting has a value in force today' },
    async missing({ database }) {
      const rows = await database.read(settingsWithoutValue, [settingKeys()]);
      return rows.map(({ key }) => settingName(key));
    },
  },
  {
    name: 'registry.calendar',
    asks: {
      zh: '已按年度通知录入当年（12 月起含次年）的放假和调休安排',
      en: 'The holidays of the year are entered as its notice says, from December on those of the next',
    },
    async missing({ database }) {
      const rows = await database.read(yearsWithoutHolidays);
      return rows.map(({ year }) => ({ zh: String(year), en: String(year) }));
    },
  },
];
