import { statement } from '@xihuo/platform';

/**
 * Rows are taken in id order, packs before products, so that two reports queue instead of dead-locking; a null state leaves
 * it as it is. A product counts what its packs sold, since lists are read in that order.
 */
export const setStockStates = statement(
  'catalogue.set_stock_states',
  `with report as (
     select sku_id, (array_agg(state) filter (where state is not null))[1] as state, sum(sold)::integer as sold
       from unnest($1::uuid[], $2::text[], $3::integer[]) as item (sku_id, state, sold)
      group by sku_id
   ), locked as (
     select sku.id from catalogue.sku join report on report.sku_id = sku.id order by sku.id for update of sku
   ), packs as (
     update catalogue.sku set stock_state = coalesce(report.state, stock_state), sold_count = sold_count + report.sold
       from report join locked on locked.id = report.sku_id where sku.id = report.sku_id
     returning sku.product_id, report.sold
   ), sold as (
     select product_id, sum(sold) as sold from packs group by product_id having sum(sold) <> 0
   ), locked_product as (
     select product.id, sold.sold from catalogue.product join sold on sold.product_id = product.id
      order by product.id for update of product
   )
   update catalogue.product set sold_count = sold_count + locked_product.sold
     from locked_product where product.id = locked_product.id`,
);
