import type { Config } from '../config/config';
import type { Database } from '../database/database';
import type { Said } from './readings';

/** What is looked through. */
export interface Examined {
  readonly config: Config;
  readonly database: Database;
  readonly demo: boolean;
}

/** One thing that has to be so before real people buy for real money. */
export interface GoLiveCheck {
  /** `context.what`. */
  readonly name: string;
  /** What has to be so, as a sentence. */
  readonly asks: Said;
  /** What of it is missing, each by its name; nothing where it is so. */
  missing(examined: Examined): Promise<readonly Said[]> | readonly Said[];
}

export interface Verdict {
  readonly name: string;
  readonly asks: Said;
  readonly missing: readonly Said[];
}

/** Goes through the whole list. */
export function examine(checks: readonly GoLiveCheck[], examined: Examined): Promise<Verdict[]> {
  return Promise.all(
    checks.map(async ({ name, asks, ...check }) => ({ name, asks, missing: await check.missing(examined) })),
  );
}

/** One line of the list: what is asked, and after it what is missing. */
export function lineOf({ asks, missing }: Verdict, language: keyof Said): string {
  if (missing.length === 0) return asks[language];
  const said = missing.map((one) => one[language]).join(language === 'zh' ? '、' : ', ');
  return language === 'zh' ? `${asks.zh}：${said}` : `${asks.en}: ${said}`;
}
