import type { ResponseOf } from '@xihuo/contract';
import type { Database } from '../database/database';
import type { ReadingRow } from './readings.sql';
import { readings } from './readings.sql';

export type Reading = ResponseOf<'GET /operations'>['data'][number];

/** What is said in the language of whoever asks. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

/** How old the oldest of what waits may be, in seconds: far beyond what it takes, so that what is told is worth somebody's while. */
const PATIENCE = { process: 120, outbox: 300, message: 900, audit: 60 } as const;

/** Rounds are noted four times a minute at most; a job is late that has missed several. */
const JOB_SLACK_S = 120;
const ROUNDS_MISSED = 3;

/** What is wrong with one thing, or null. */
export function faultOf({ kind, count, age, bad, every_ms: every }: ReadingRow): Said | null {
  if (kind === 'switch') return null;
  if (kind === 'deadLetters') return { zh: '处理不了，已搁置', en: 'Set aside: could not be worked off' };
  if (kind === 'job') {
    if (age === null) return { zh: '还没有运行过', en: 'Has not run yet' };
    if (bad) return { zh: '最近一轮出错', en: 'Its last round failed' };
    const late = (ROUNDS_MISSED * (every ?? 0)) / 1_000 + JOB_SLACK_S;
    return age > late ? { zh: '该运行而没有运行', en: 'Should have run and did not' } : null;
  }
  if (kind === 'process')
    return age === null || age > PATIENCE.process
      ? { zh: '后台进程没有动静', en: 'Nothing is heard of the worker' }
      : null;
  return count > 0 && (age ?? 0) > PATIENCE[kind] ? { zh: '等得太久', en: 'Waits too long' } : null;
}

/** How everything stands, in words of a language. @param jobs names of all periodic jobs */
export async function readAll(database: Database, jobs: readonly string[], language: keyof Said): Promise<Reading[]> {
  const rows = await database.read(readings, [jobs]);
  return rows.map((row) => {
    const fault = faultOf(row);
    return {
      ...{ kind: row.kind, name: row.name, count: row.count, since: row.since?.toISOString() ?? null },
      ok: row.kind === 'switch' ? !row.bad : fault === null,
      words: row.kind === 'switch' ? row.reason : (fault?.[language] ?? null),
    };
  });
}
