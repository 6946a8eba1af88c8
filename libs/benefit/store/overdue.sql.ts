import { statement } from '@xihuo/platform';

/** By supplier, the fen that are open though the days of the time they were earned in are over on a business date ($1). */
export const overdueDues = statement<{ supplier_id: string; fen: bigint }>(
  'benefit.overdue_dues',
  `with owed as (
     select supplier_id, earned_on, sum(open_fen)::bigint as fen from benefit.obligation
      where open_fen > 0 and earned_on < $1::date group by supplier_id, earned_on
   ), day as materialized (
     select earned_on, registry.policy_on('benefit.payWithinDays', earned_on)::text::integer as days
       from (select distinct earned_on from owed) seen
   )
   select supplier_id, sum(fen)::bigint as fen from owed join day using (earned_on)
    where earned_on < $1::date - days group by supplier_id`,
);
