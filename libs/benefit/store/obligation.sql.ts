import { statement } from '@xihuo/platform';

/** A conflict is the same record told twice; what is carried over was settled under the record it corrects. */
export const insertObligations = statement<{
  id: string;
  supplier_id: string;
  amount_fen: bigint;
  carried_fen: bigint;
}>(
  'benefit.insert_obligations',
  `insert into benefit.obligation (agreement_id, supplier_id, household_id, collective_id, lot_id, kind, source_kind, source_id,
                                   quantity, rate_fen, amount_fen, carried_fen, earned_on, part, delivery_id, created_at)
   select item.agreement_id, item.supplier_id, item.household_id, item.collective_id, item.lot_id, item.kind, item.source_kind,
          item.source_id, item.quantity, item.rate_fen, item.amount_fen, coalesce(item.carried_fen, 0), item.earned_on,
          coalesce(item.part, 1), item.delivery_id, $2
     from jsonb_to_recordset($1::jsonb) as item (agreement_id uuid, supplier_id uuid, household_id uuid, collective_id uuid,
          lot_id uuid, kind text, source_kind text, source_id uuid, quantity bigint, rate_fen bigint, amount_fen bigint,
          carried_fen bigint, earned_on date, part smallint, delivery_id uuid)
   on conflict (source_kind, source_id, kind, payee_id, agreement_id, part) do nothing
   returning id, supplier_id, amount_fen, carried_fen`,
);

/** From the deliveries of $1 back to all that each stands for: what was corrected may have been a correction itself. */
export const BACK = `recursive back (by_id, id) as (
     select by_id, old_id from benefit.replaced_delivery where by_id = any ($1::uuid[])
      union select back.by_id, old_id from back join benefit.replaced_delivery onward on onward.by_id = back.id
   )`;

/**
 * Takes back what is open of all that some deliveries stand for, whenever it was corrected; also what was added after an objection: it
 * was the line before that was wrong, and the one that stands is right.
 */
export const reverseReplaced = statement<{ id: string; supplier_id: string; taken_back_fen: bigint }>(
  'benefit.reverse_replaced',
  `with ${BACK}, old as materialized (
     select id, open_fen from benefit.obligation
      where delivery_id in (select id from back) order by id for update
   )
   update benefit.obligation set reversed_fen = reversed_fen + old.open_fen from old
    where obligation.id = old.id and old.open_fen > 0
   returning obligation.id, supplier_id, old.open_fen as taken_back_fen`,
);

/**
 * What households have had, or are said to have had, for all that some deliveries stand for, by kind of debt. Asked of the
 * records themselves: a delivery may stand in the place of others long before an agreement covers it. What one record took over
 * from the one before is counted there; what one of these deliveries has taken over itself, in a part of it, is off.
 */
export const keptOfReplaced = statement<{
  delivery_id: string;
  supplier_id: string;
  kind: 'floorPrice' | 'premium';
  kept_fen: bigint;
}>(
  'benefit.kept_of_replaced',
  `with ${BACK}
   select back.by_id as delivery_id, supplier_id, kind,
          greatest(sum(amount_fen - reversed_fen - carried_fen) - coalesce((select sum(own.carried_fen) from benefit.obligation own
             where own.delivery_id = back.by_id and own.kind = old.kind and own.supplier_id = old.supplier_id), 0), 0)::bigint as kept_fen
     from back join benefit.obligation old on old.delivery_id = back.id
    group by back.by_id, supplier_id, kind`,
);

/**
 * Of all that the deliveries of $1 stand for, which stands in the place of which: a correction may be heard of before the one that it
 * corrects. Told twice it is known once.
 */
export const noteReplaced = statement(
  'benefit.note_replaced',
  `with heard as (
     select root_id, max(confirmed_at) as upto from trace.confirmed_delivery_v where id = any ($1::uuid[]) group by root_id
   ), step as (
     select known.id, lag(known.id) over (partition by root_id order by confirmed_at, known.id) as old_id
       from heard join trace.confirmed_delivery_v known using (root_id) where confirmed_at <= upto
   )
   insert into benefit.replaced_delivery (old_id, by_id)
   select old_id, id from step where old_id is not null on conflict do nothing`,
);

/**
 * Holds the lines of all that some deliveries stand for, in id order, before anybody's objection to them is looked at: whoever objects
 * holds the line first as well.
 */
export const holdReplaced = statement<{ id: string }>(
  'benefit.hold_replaced',
  `with ${BACK} select id from benefit.obligation where delivery_id in (select id from back) order by id for update`,
);
