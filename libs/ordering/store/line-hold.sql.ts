import { statement } from '@xihuo/platform';
import { buyersOf, dutyList, isGuest } from './who-hears';

export interface PartOfOrder {
  id: string;
  order_id: string;
  order_number: string;
  supplier_id: string;
  supplier_name: string;
  state: string;
  person_id: string | null;
}

const PART = `select part.id, part.order_id, bought.number as order_number, part.supplier_id, supplier.name_zh as supplier_name,
          part.state, bought.person_id
     from ordering.supplier_order part
     join ordering.customer_order bought on bought.id = part.order_id
     join registry.organisation_v supplier on supplier.id = part.supplier_id`;

/** Locked: it is neither released nor held by somebody else meanwhile. */
export const lockPart = statement<PartOfOrder>('ordering.lock_part', `${PART} where part.id = $1 for update of part`);

export interface LineMoney {
  line_id: string;
  amount_fen: bigint;
  /** What may still be held: neither given back, nor held, nor claimed already. */
  free_fen: bigint;
  /** In dispute, or claimed in a case that is on its way to be one. */
  held: boolean;
}

export const moneyOfLines = statement<LineMoney>(
  'ordering.money_of_lines',
  'select line_id, amount_fen, free_fen, held from ordering.line_money_v where supplier_order_id = $1 order by line_id',
);

export const insertHolds = statement(
  'ordering.insert_holds',
  `insert into ordering.line_hold (line_id, supplier_order_id, source_kind, source_id, held_fen, held_at)
   select line_id, $1, $2, $3, held_fen, $6 from unnest($4::uuid[], $5::bigint[]) as item (line_id, held_fen)`,
);

/** Ends holds, each once: what is not open any more is not answered. */
export const endHolds = statement<{ line_id: string; held_fen: bigint; refund_fen: bigint }>(
  'ordering.end_holds',
  `update ordering.line_hold hold set refund_fen = item.refund_fen, closed_at = $5
     from unnest($3::uuid[], $4::bigint[]) as item (line_id, refund_fen)
    where hold.source_kind = $1 and hold.source_id = $2 and hold.line_id = item.line_id and hold.closed_at is null
   returning hold.line_id, hold.held_fen, hold.refund_fen`,
);

/** Where a buyer is told of an order. */
export const buyersOfOrder = statement<{ buyers: string[]; is_guest: boolean; delivery_sealed: Buffer }>(
  'ordering.buyers_of_order',
  `select ${buyersOf('bought', dutyList('order', 'receive'))} as buyers, ${isGuest('bought')} as is_guest, bought.delivery_sealed
     from ordering.customer_order bought where bought.id = $1`,
);
