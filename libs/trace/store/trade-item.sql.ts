import { statement } from '@xihuo/platform';

export const neighboursWithoutNumber = statement<{ supplier_id: string; product_id: string }>(
  'trace.neighbours_without_number',
  `with act as (
     select processing_id from trace.processing_input where lot_id = $1
     union select processing_id from trace.processing_output where lot_id = $1
   ), around as (
     select part.lot_id from trace.processing_input part join act using (processing_id)
     union select part.lot_id from trace.processing_output part join act using (processing_id)
   )
   select distinct lot.supplier_id, lot.product_id from around join trace.lot on lot.id = around.lot_id
    where not exists (select from trace.trade_item item
                       where item.supplier_id = lot.supplier_id and item.product_id = lot.product_id and item.sku_id is null)
    order by 1, 2`,
);
