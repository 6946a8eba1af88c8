import { statement } from '@xihuo/platform';

export interface RecalledOrder {
  order_id: string;
  order_number: string;
  person_id: string | null;
  delivery_sealed: Buffer;
  products: string;
  notice: string;
  supplier_name: string;
}

/** Who bought what of these lines, once an order. */
export const ordersOfLines = statement<RecalledOrder>(
  'ordering.orders_of_lines',
  `select bought.id as order_id, bought.number as order_number, bought.person_id, bought.delivery_sealed, line.products, recall.notice,
          supplier.name_zh as supplier_name
     from (select order_id, string_agg(distinct product_name, '、' order by product_name) as products
             from ordering.order_line where id = any ($1::uuid[]) group by order_id) line
     join ordering.customer_order bought on bought.id = line.order_id
     join trace.recall_v recall on recall.id = $2
     join registry.organisation_v supplier on supplier.id = recall.supplier_id
    order by bought.id`,
);
