/**
 * How many packs of one row fall to another where both stand in a queue of their own, each with `packs` and, as the running sum of its
 * queue, `upto`: the part that two stretches share. Zero or less where they share nothing.
 */
export function overlap(wanted: string, there: string): string {
  return `(least(${wanted}.upto, ${there}.upto) - greatest(${wanted}.upto - ${wanted}.packs, ${there}.upto - ${there}.packs))::integer`;
}

/** What orders hold of packs in each place, by their movements, in the order in which it is taken: order_id, sku_id, place_id, packs, upto. */
export function heldOf(lines: string, inOrder: string): string {
  return `select order_id, sku_id, place_id, packs, sum(packs) over (partition by order_id, sku_id order by ${inOrder}) as upto
       from (select order_id, sku_id, place_id, sum(reserved_change) as packs
               from ordering.stock_movement where (order_id, sku_id) in (${lines})
              group by order_id, sku_id, place_id having sum(reserved_change) > 0) reserved`;
}

/** Packs of an `offer` that can still be bought, in all places together; zero where nobody has counted. */
export const AVAILABLE = `coalesce((select sum(stock.on_hand - stock.reserved) from ordering.stock where stock.sku_id = offer.sku_id), 0)::integer`;
