import { statement } from '@xihuo/platform';
import { promised } from './promised';

export interface PackForPrice {
  id: string;
  product_id: string;
  price_fen: bigint;
  reference_fen: bigint;
  /** Whether its price was promised or is being judged. */
  listed: boolean;
}

/** Packs of one supplier whose prices are to move, locked in id order. */
export const packsForPrices = statement<PackForPrice>(
  'catalogue.packs_for_prices',
  `select sku.id, sku.product_id, sku.price_fen, coalesce(sku.reference_price_fen, sku.price_fen) as reference_fen,
          ${promised('sku')} as listed
     from catalogue.sku where supplier_id = $1 and id = any($2::uuid[]) order by id for update`,
);
