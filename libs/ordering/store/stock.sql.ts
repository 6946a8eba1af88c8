import { statement } from '@xihuo/platform';

export interface StockRow {
  sku_id: string;
  product_id: string;
  slug: string;
  name_zh: string;
  pack: string;
  on_hand: number | null;
  reserved: number | null;
  /** Packs that were sent since the first count. */
  sent: number | null;
}

/** $1 supplier, $2 one product or null, $3 one pack or null. */
export const stockOf = statement<StockRow>(
  'ordering.stock_of',
  `select sku.id as sku_id, sku.product_id, sku.slug, sku.name_zh, sku.pack, stock.on_hand, stock.reserved,
          (stock.counted - stock.on_hand)::integer as sent
     from catalogue.sku_v sku left join ordering.stock on stock.sku_id = sku.id
    where sku.supplier_id = $1 and ($2::uuid is null or sku.product_id = $2) and ($3::uuid is null or sku.id = $3)
    order by sku.name_zh, sku.slug, sku.pack limit 20000`,
);

/** $1 supplier, $2 one product or null, behind $3 or from the first, $4 of them at most. */
export const stockPage = statement<StockRow>(
  'ordering.stock_page',
  `select sku.id as sku_id, sku.product_id, sku.slug, sku.name_zh, sku.pack, stock.on_hand, stock.reserved,
          (stock.counted - stock.on_hand)::integer as sent
     from catalogue.sku_v sku left join ordering.stock on stock.sku_id = sku.id
    where sku.supplier_id = $1 and ($2::uuid is null or sku.product_id = $2) and ($3::uuid is null or sku.id > $3)
    order by sku.id limit $4`,
);

/** What is on the shelf of these, locked in the order placing locks in. */
export const lockShelf = statement<{ sku_id: string; on_hand: number; reserved: number; sent: number }>(
  'ordering.lock_shelf',
  `select sku_id, on_hand, reserved, (counted - on_hand)::integer as sent from ordering.stock where sku_id = any($1::uuid[]) order by sku_id for update`,
);
