import { statement } from '@xihuo/platform';

/** Parts that were paid through the provider before $1 and are not settled: how many, of how much, since when, and who of finance hears of it. */
export const heldLong = statement<{ parts: number; fen: bigint; since: Date | null; finance: string[] }>(
  'ordering.held_long',
  `select count(*)::integer as parts, coalesce(sum(part.amount_fen), 0)::bigint as fen, min(paying.captured_at) as since,
          array(select distinct person_id from identity.role_grant_v where role = 'finance' order by person_id) as finance
     from ordering.supplier_order part join payment.payment_v paying on paying.order_id = part.order_id
    where part.settled_at is null and part.state in ('toShip', 'shipped', 'received', 'released')
      and paying.state = 'captured' and paying.captured_at < $1`,
);
