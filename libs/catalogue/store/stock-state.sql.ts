import { statement } from '@xihuo/platform';

/** Rows are taken in id order, so that two reports queue instead of dead-locking; a null state leaves it as it is. */
export const setStockStates = statement(
  'catalogue.set_stock_states',
  `with report as (
     select * from unnest($1::uuid[], $2::text[], $3::integer[]) as item (sku_id, state, sold)
   ), locked as (
     select sku.id from catalogue.sku join report on report.sku_id = sku.id order by sku.id for update of sku
   )
   update catalogue.sku set stock_state = coalesce(report.state, stock_state), sold_count = sold_count + report.sold
     from report join locked on locked.id = report.sku_id where sku.id = report.sku_id`,
);
