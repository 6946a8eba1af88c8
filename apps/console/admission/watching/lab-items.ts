import type { Input } from '@xihuo/ui';

type Result = Input<'POST /admission/samples/{id}/result'>['body']['results'][number];

export const VERDICTS = ['passed', 'failed', 'failedSafety'] as const;

/** One line of a report as it is being typed. */
export interface LabItem {
  key: number;
  item: string;
  limit: string;
  value: string;
  verdict: (typeof VERDICTS)[number] | '';
}

export const MOST_ITEMS = 60;

export function emptyItem(key: number): LabItem {
  return { key, item: '', limit: '', value: '', verdict: '' };
}

/** What of a line is still to be filled in. */
export function missingOf({ item, value, verdict }: LabItem): ('item' | 'value' | 'verdict')[] {
  const filled = { item, value, verdict };
  return (['item', 'value', 'verdict'] as const).filter((name) => filled[name].trim() === '');
}

export function resultOf({ item, limit, value, verdict }: LabItem): Result {
  return {
    ...{ item: item.trim(), limit: limit.trim(), value: value.trim() },
    ...{ passed: verdict === 'passed', safety: verdict === 'failedSafety' },
  };
}
