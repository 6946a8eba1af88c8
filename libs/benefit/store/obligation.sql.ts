import { statement } from '@xihuo/platform';

/** A conflict is the same record told twice; what is carried over was settled under the record it corrects. */
export const insertObligations = statement<{
  id: string;
  supplier_id: string;
  amount_fen: bigint;
  carried_fen: bigint;
  earned_on: string;
}>(
  'benefit.insert_obligations',
  `insert into benefit.obligation (agreement_id, supplier_id, household_id, collective_id, lot_id, kind, source_kind, source_id,
                                   quantity, rate_fen, amount_fen, carried_fen, earned_on, created_at)
   select item.agreement_id, item.supplier_id, item.household_id, item.collective_id, item.lot_id, item.kind, item.source_kind,
          item.source_id, item.quantity, item.rate_fen, item.amount_fen, coalesce(item.carried_fen, 0), item.earned_on, $2
     from jsonb_to_recordset($1::jsonb) as item (agreement_id uuid, supplier_id uuid, household_id uuid, collective_id uuid,
          lot_id uuid, kind text, source_kind text, source_id uuid, quantity bigint, rate_fen bigint, amount_fen bigint,
          carried_fen bigint, earned_on date)
   on conflict (source_kind, source_id, kind, payee_id, agreement_id) do nothing
   returning id, supplier_id, amount_fen, carried_fen, earned_on`,
);

/** What corrected deliveries earned: the open part is taken back, the settled part stays with the household and is answered. */
export const reverseDeliveries = statement<{
  id: string;
  delivery_id: string;
  supplier_id: string;
  kind: 'floorPrice' | 'premium';
  taken_back_fen: bigint;
  settled_fen: bigint;
}>(
  'benefit.reverse_deliveries',
  `with old as materialized (
     select id, open_fen from benefit.obligation
      where source_kind = 'delivery' and source_id = any ($1::uuid[]) order by id for update
   )
   update benefit.obligation set reversed_fen = reversed_fen + old.open_fen from old where obligation.id = old.id
   returning obligation.id, source_id as delivery_id, supplier_id, kind, old.open_fen as taken_back_fen,
             amount_fen - reversed_fen as settled_fen`,
);

/** Which delivery stands in the place of which; told twice it is known once. */
export const noteReplaced = statement(
  'benefit.note_replaced',
  `insert into benefit.replaced_delivery (old_id, by_id)
   select old_id, by_id from unnest($1::uuid[], $2::uuid[]) as pair (old_id, by_id) on conflict do nothing`,
);
