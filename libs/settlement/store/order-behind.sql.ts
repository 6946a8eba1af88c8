import { statement } from '@xihuo/platform';
import type { ResponseOf } from '@xihuo/contract';

export interface OrderLineRow {
  id: string;
  number: string;
  supplier: string;
  state: ResponseOf<'GET /settlement/statements/{id}/lines/{lineId}/order'>['state'];
  placed_at: Date;
  shipped_at: Date | null;
  received_at: Date | null;
  released_at: Date | null;
  product_name: string;
  pack: string;
  quantity: number;
  unit_price_fen: bigint;
  discount_fen: bigint;
  freight_fen: bigint;
  amount_fen: bigint;
  back_fen: bigint;
  settled: boolean;
}

/** The lines of a supplier's part of an order. $1 the part, $2 the run that settled one of them. */
export const orderBehind = statement<OrderLineRow>(
  'settlement.order_behind',
  `select line.id, line.order_number as number, supplier.name_zh as supplier, part.state, line.placed_at, part.shipped_at, part.received_at,
          part.released_at, line.product_name, line.pack, line.quantity, line.unit_price_fen, line.discount_fen, line.freight_fen,
          line.amount_fen, outcome.back_fen,
          exists (select from settlement.line settled where settled.line_id = line.id and settled.run_id = $2) as settled
     from ordering.order_line_v line
     join ordering.line_outcome_v outcome on outcome.line_id = line.id
     join ordering.supplier_order_v part on part.id = line.supplier_order_id
     join registry.organisation_v supplier on supplier.id = line.supplier_id
    where line.supplier_order_id = $1
    order by line.id`,
);
