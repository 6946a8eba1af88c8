import type { Database } from '../database/database';
import { statement } from '../database/statement';

export interface Instance {
  /** Seeded with invented suppliers: pages, mails and papers say so, and search engines are told to stay away. */
  readonly demo: boolean;
}

const readInstance = statement<{ demo: boolean; offset_ms: bigint }>(
  'platform.read_instance',
  'select demo, offset_ms from platform.instance, platform.business_clock',
);

/** Read once at start. @throws where a production instance's business clock was moved */
export async function openInstance(database: Database, environment: string): Promise<Instance> {
  const [row] = await database.read(readInstance);
  if (!row) throw new Error('platform.instance is empty: run the migrations');
  if (environment === 'production' && row.offset_ms !== 0n) {
    throw new Error(
      'The business clock is not at real time; that is for demonstrations and tests only. Refusing to start.',
    );
  }
  return { demo: row.demo };
}
