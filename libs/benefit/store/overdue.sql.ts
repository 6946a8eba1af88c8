import { statement } from '@xihuo/platform';

/** By supplier, the fen of what was earned before a business date ($1) and is still open. */
export const overdueDues = statement<{ supplier_id: string; fen: bigint }>(
  'benefit.overdue_dues',
  `select supplier_id, sum(open_fen)::bigint as fen from benefit.obligation
    where open_fen > 0 and earned_on < $1::date group by supplier_id`,
);
