import type { ResponseOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import type { Database } from '@xihuo/platform';
import { settingName } from '../rules/setting-names';
import { settings, today } from '../store/policy.sql';
import { openProposals } from '../store/proposal.sql';

type SettingValue = ResponseOf<'GET /settings'>['data'][number]['value'];

/**
 * Every number of law or rule whose name begins so, with the days it is in force and its source; what is proposed stands first.
 *
 * @param reader who reads, to say which proposals are theirs; null for nobody by name
 */
export async function listSettings(
  database: Database,
  prefix: string,
  reader: string | null,
): Promise<ResponseOf<'GET /settings'>> {
  const [rows, proposals, [day]] = await Promise.all([
    database.read(settings, [prefix]),
    database.read(openProposals, [prefix]),
    database.read(today),
  ]);
  const proposed = proposals.map((row) => ({
    ...row,
    ...{ effective_to: null, status: 'proposed' as const, mine: row.proposed_by === reader },
  }));
  must(day, 'there is a day');
  return {
    asOf: day.today,
    data: [...proposed, ...rows.map((row) => ({ ...row, mine: null }))].map((row) => {
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
        mine: row.mine,
      };
    }),
  };
}
