/**
 * Part of a recursive question: from sold lots ('sold_id', 'lot_id') back through all processing. A row says that `share` of the sold
 * lot came from the lot, by weight, on one of the ways to it (from `from_id`, one step nearer); all ways together are its whole share.
 * The shares are of what the lots hold when asked, so that what was brought is divided by nothing that has not come.
 */
export const BACK_OF = (sold: string): string => `back (sold_id, lot_id, from_id, share, depth) as (
     select sold_id, lot_id, null::uuid, 1::numeric(50, 30), 0 from (${sold}) sold
     union all
     select back.sold_id, made.source_lot_id, back.lot_id, trunc(back.share * made.grams / lot.received_grams, 30)::numeric(50, 30), back.depth + 1
       from back join trace.lot_v lot on lot.id = back.lot_id and lot.received_grams > 0
      cross join lateral (select source_lot_id, grams from trace.lot_made_of_v made where made.lot_id = back.lot_id) made
      -- No circle can be written; the bound says so again.
      where back.depth < 100
   )`;
