import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';

export const toldCases = statement<{
  order_id: string;
  order_number: string;
  supplier_id: string;
  kind: string;
  amount_fen: bigint;
  answer: string | null;
}>(
  'ordering.told_cases',
  `select item.order_id, bought.number as order_number, item.supplier_id, item.kind, item.amount_fen, item.answer
     from ordering.after_sale item join ordering.customer_order bought on bought.id = item.order_id where item.id = $1`,
);

/** Cases by the refunds they asked for. */
export const casesById = statement<{ id: string; kind: machines.AfterSaleKind }>(
  'ordering.cases_by_id',
  'select id, kind from ordering.after_sale where id = any ($1::uuid[]) order by kind, id',
);
