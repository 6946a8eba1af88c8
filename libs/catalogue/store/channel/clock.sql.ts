import { must } from '@xihuo/kernel';
import { statement, type Database } from '@xihuo/platform';

const nowOf = statement<{ now: Date }>('catalogue.now_of', 'select platform.business_now() as now');

/** Business time, for what is read outside of a command. */
export async function businessNow(database: Database): Promise<Date> {
  const [row] = await database.read(nowOf);
  must(row !== undefined, 'there is always a time');
  return row.now;
}
