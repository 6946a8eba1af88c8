import type { Tx } from '@xihuo/platform';
import { firstOpenDay } from '../../store/run.sql';

/**
 * The business date under which what a run settles goes into the books: the last day of its period; where the books of that day were
 * closed before the run got there, the first day that is open. The statement stays one of the period.
 *
 * @param periodEnd YYYY-MM-DD (Asia/Shanghai)
 */
export async function bookedOn(tx: Tx, periodEnd: string): Promise<string> {
  const [open] = await tx.sql(firstOpenDay, [periodEnd]);
  return open!.day;
}
