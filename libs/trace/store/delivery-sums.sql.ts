import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';

export interface SumRow {
  /** Null in the row over all of it. */
  product_id: string | null;
  product_name: string | null;
  grade: string | null;
  deliveries: number;
  households: number;
  grams: bigint;
  waiting: number;
  priced_fen: bigint;
  unpriced_grams: bigint;
}

const DONE: readonly machines.DeliveryState[] = ['witnessed', 'confirmed'];

/** Product by product and grade by grade, and one row over all. A row that was corrected is counted where it was put right. */
export const sumDeliveries = statement<SumRow>(
  'trace.sum_deliveries',
  `select delivery.product_id, max(delivery.name_zh) as product_name, delivery.grade, count(*)::int as deliveries,
          count(distinct household_id)::int as households, coalesce(sum(grams), 0)::bigint as grams,
          count(*) filter (where state not in (${DONE.map((state) => `'${state}'`).join(', ')}))::int as waiting,
          coalesce(sum(round(grams * price_fen_per_kg / 1000.0)), 0)::bigint as priced_fen,
          coalesce(sum(grams) filter (where price_fen_per_kg is null), 0)::bigint as unpriced_grams
     from (select lot.product_id, product.name_zh, item.grade, item.household_id, item.grams, item.state, item.price_fen_per_kg
             from trace.delivery item
             join trace.lot on lot.id = item.lot_id
             join catalogue.product_v product on product.id = lot.product_id
            where item.supplier_id = any ($1::uuid[]) and item.delivered_on between $2 and $3
              and ($4::uuid is null or item.lot_id = $4) and item.state <> 'corrected'
              and not exists (select from trace.delivery later where later.replaces_id = item.id)) delivery
    group by grouping sets ((delivery.product_id, delivery.grade), ())
    order by delivery.product_id nulls last, delivery.grade`,
);
