import type { ContextParts } from '../context/parts';
import { platformParts } from '../context/platform-parts';
import type { Services } from '../context/services';
import { examine, lineOf } from './go-live';
import type { Said } from './readings';

interface Line extends Said {
  readonly name: string;
  readonly ok: boolean;
}

/**
 * What has to be so before real people buy for real money, of all contexts, in both languages.
 *
 * @returns a line a check; `ok` where nothing of it is missing
 */
export async function goLiveList(
  { database, config, instance }: Services,
  parts: readonly ContextParts[],
): Promise<Line[]> {
  const checks = [platformParts, ...parts].flatMap(({ goLive = [] }) => goLive);
  const verdicts = await examine(checks, { database, config, demo: instance.demo });
  return verdicts.map((verdict) => ({
    ...{ name: verdict.name, ok: verdict.missing.length === 0 },
    ...{ zh: lineOf(verdict, 'zh'), en: lineOf(verdict, 'en') },
  }));
}
