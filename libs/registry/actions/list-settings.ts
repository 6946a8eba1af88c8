import type { ResponseOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import type { Database } from '@xihuo/platform';
import { settingName } from '../rules/setting-names';
import { settings, today } from '../store/policy.sql';

type SettingValue = ResponseOf<'GET /settings'>['data'][number]['value'];

/** Every number of law or rule whose name begins so, with the days it is in force and its source. */
export async function listSettings(database: Database, prefix: string): Promise<ResponseOf<'GET /settings'>> {
  const [rows, [day]] = await Promise.all([database.read(settings, [prefix]), database.read(today)]);
  must(day, 'there is a day');
  return {
    asOf: day.today,
    data: rows.map((row) => {
      const { zh, en, unit } = settingName(row.key);
      return {
        key: row.key,
        name: { zh, en },
        unit,
        value: row.value as SettingValue,
        effectiveFrom: row.effective_from,
        effectiveTo: row.effective_to,
        status: row.status,
        source: row.source,
      };
    }),
  };
}
