import { statement } from '@xihuo/platform';

export interface PackForPrice {
  id: string;
  product_id: string;
  price_fen: bigint;
  reference_fen: bigint;
  /** Whether the listing was ever approved. */
  listed: boolean;
}

/** Packs of one supplier whose prices are to move, locked in id order. */
export const packsForPrices = statement<PackForPrice>(
  'catalogue.packs_for_prices',
  `select sku.id, sku.product_id, sku.price_fen, coalesce(sku.reference_price_fen, sku.price_fen) as reference_fen,
          sku.opened and exists (select from admission.listing_right_v listing
                   where listing.supplier_id = sku.supplier_id and listing.product_id = sku.product_id) as listed
     from catalogue.sku where supplier_id = $1 and id = any($2::uuid[]) order by id for update`,
);
