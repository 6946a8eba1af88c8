import { statement } from '../database/statement';
import { forgetEnded, giveUpImports } from '../import/import.sql';
import { defineJob } from './job';

/** Keys of money are answered for thirty days; after that a repetition is a new request. */
const KEPT_DAYS = 30;
const MONTHS_AHEAD = 2;
/** Rows that wait for a confirmation hold what people sent us in confidence: not for long. */
const UNCONFIRMED_DAYS = 7;
const FAULTS_KEPT_DAYS = 30;

const forgetKeys = statement(
  'platform.forget_keys',
  `delete from platform.idempotency_key where created_at < platform.business_now() - make_interval(days => $1)`,
);
const preparePartitions = statement<{ made: number }>(
  'platform.prepare_partitions',
  'select platform.ensure_partitions($1) as made',
);

/** Forgets what has served its time, and makes next month's partitions long before it begins. */
export const sweep = defineJob({
  name: 'platform.sweep',
  every: 3_600_000,
  async run({ database, log }) {
    await database.read(forgetKeys, [KEPT_DAYS]);
    await database.read(giveUpImports, [UNCONFIRMED_DAYS]);
    await database.read(forgetEnded, [FAULTS_KEPT_DAYS]);
    const [row] = await database.read(preparePartitions, [MONTHS_AHEAD]);
    if (row && row.made > 0) log.info({ partitions: row.made }, 'partitions made ahead');
  },
});
