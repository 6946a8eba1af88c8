import { randomUUID } from 'node:crypto';
import { row, type Row } from './table';

/** A difference nobody has taken on: a bill line of nobody's. */
const difference: Row['make'] = async ({ shop }) => {
  const [made] = await shop.rows<{ id: string }>(
    `insert into payment.difference (provider, subject, kind, here_fen, there_fen, business_date, opened_at)
     values ('sandbox', 'line:' || $1, 'refundUnknown', 0, -100, current_date, now()) returning id`,
    [randomUUID()],
  );
  return { ids: { id: made!.id }, body: { step: 'assign' } };
};

/** Bills are of the whole country: an auditor of a province does not read them. */
export const reconciliationRows: readonly Row[] = [
  row('GET /payment/differences/{id}', 'a refund nobody knows', ['finance'], difference),
  row('POST /payment/differences/{id}/steps', 'a refund nobody knows', ['finance'], difference),
  row('POST /payment/bill-days/{day}/readings', 'a day of the bill', ['finance'], () =>
    Promise.resolve({ ids: { day: '2026-01-05' }, body: {} }),
  ),
];
