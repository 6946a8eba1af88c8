import { fail, type ResponseOf } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { closePeriodSql, closingPage } from '../store/books.sql';
import { closingView } from '../store/book-views';

/** What `ledger.close_period` says where the day is closed. */
const CLOSED_ALREADY = 'XL005';

/**
 * Closes the books until a business day that is over; waits for whoever is posting, and keeps every account's sums.
 *
 * @param through YYYY-MM-DD, Asia/Shanghai
 * @throws ProblemError PERIOD_NOT_OVER, LEDGER_PERIOD_CLOSED
 */
export async function closePeriod(tx: Tx, through: string): Promise<ResponseOf<'POST /ledger/closings'>> {
  tx.attempt({ action: 'ledger.close', subjectKind: 'period', subjectId: through });
  const today = time.businessDate(tx.now);
  if (through >= today) throw fail('PERIOD_NOT_OVER');
  const [newest] = await tx.sql(closingPage, [null, 1]);
  if (newest && through <= newest.closed_through) throw fail('LEDGER_PERIOD_CLOSED');
  const who = tx.actor.kind === 'person' ? `person:${tx.actor.personId}` : `system:${tx.actor.kind}`;
  const [closed] = await tx.sql(closePeriodSql, [through, today, who]).catch((error: { code?: string }) => {
    // Somebody closed it while this one waited for whoever was posting.
    throw error.code === CLOSED_ALREADY ? fail('LEDGER_PERIOD_CLOSED') : error;
  });
  const [row] = await tx.sql(closingPage, [null, 1]);
  must(closed && row?.closed_through === through, 'the period was closed');
  tx.audit({
    action: 'ledger.close',
    subjectKind: 'period',
    subjectId: through,
    after: { accounts: Number(closed.accounts) },
  });
  return { ...closingView(row), accounts: Number(closed.accounts) };
}
