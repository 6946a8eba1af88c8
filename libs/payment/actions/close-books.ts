import { fail, type ResponseOf } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import { closePeriod } from '@xihuo/ledger';
import type { Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { oneAtATime } from '../store/bill.sql';
import { openUntil } from '../store/difference.sql';

/**
 * Closes the books until a business day that is over, unless bill, payments and books of that time differ by more than the setting
 * `ledger.openDifferenceMostFen` allows: what is closed cannot be put right where it went wrong. A difference counts by what the two sides
 * are apart, until it has healed or a second person has closed it. Nobody compares meanwhile, so none opens beside the closing.
 *
 * @param through YYYY-MM-DD, Asia/Shanghai
 * @throws ProblemError LEDGER_DIFFERENCES_OPEN (extra: openFen, mostFen, differences), and those of `closePeriod`
 */
export async function closeBooks(
  tx: Tx,
  providerName: string,
  through: string,
): Promise<ResponseOf<'POST /ledger/closings'>> {
  tx.attempt({ action: 'ledger.close', subjectKind: 'period', subjectId: through });
  await tx.sql(oneAtATime, [providerName]);
  const [open] = await tx.sql(openUntil, [through]);
  const mostFen = BigInt(await policyOn(tx, 'ledger.openDifferenceMostFen', time.businessDate(tx.now)));
  const { fen: openFen = 0n, differences = 0 } = open ?? {};
  if (openFen > mostFen) {
    throw fail('LEDGER_DIFFERENCES_OPEN', {
      extra: { openFen: openFen.toString(), mostFen: mostFen.toString(), differences },
    });
  }
  return closePeriod(tx, through);
}
