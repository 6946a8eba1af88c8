import { fail } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import type { Database } from '../database/database';
import { statement } from '../database/statement';
import { sha256, type Tx } from '../database/tx';

const take = statement<{ taken: number; seconds_left: number }>(
  'platform.take_from_window',
  `insert into platform.rate_window as known (key_hash, taken, resets_at)
   values ($1, 1, clock_timestamp() + make_interval(secs => $2))
   on conflict (key_hash) do update set
     taken = case when known.resets_at <= clock_timestamp() then 1 else known.taken + 1 end,
     resets_at = case when known.resets_at <= clock_timestamp() then excluded.resets_at else known.resets_at end
   returning taken, ceil(extract(epoch from resets_at - clock_timestamp()))::int as seconds_left`,
);

export interface Rate {
  /** What is counted; two limits on one address never share a counter. */
  readonly name: string;
  /** Whose: an address, a person. Only its hash is kept. */
  readonly of: string;
  readonly most: number;
  readonly seconds: number;
}

/**
 * Counts one try in a window of real time: in a statement of its own before anything is done, or in a transaction, where a try that is
 * refused is not counted.
 *
 * @throws ProblemError RATE_LIMITED with retryAfterSeconds
 */
export async function limitRate(where: Database | Tx, { name, of, most, seconds }: Rate): Promise<void> {
  const values = [sha256(`${name} ${of}`), seconds];
  const [row] = 'sql' in where ? await where.sql(take, values) : await where.read(take, values);
  must(row, 'a try was counted');
  if (row.taken > most) throw fail('RATE_LIMITED', { extra: { retryAfterSeconds: Math.max(1, row.seconds_left) } });
}
