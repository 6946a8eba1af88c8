import { statement } from '@xihuo/platform';

export const partOfLine = statement<{ supplier_order_id: string }>(
  'ordering.part_of_line',
  'select supplier_order_id from ordering.order_line where id = $1',
);

export const insertLateRefund = statement(
  'ordering.insert_late_refund',
  `insert into ordering.late_refund (source_id, line_id, supplier_order_id, amount_fen, decided_at) values ($1, $2, $3, $4, $5)`,
);
