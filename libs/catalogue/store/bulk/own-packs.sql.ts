import { statement } from '@xihuo/platform';
import { NARROWED } from '../supplier-product.sql';
import { promised } from '../listing/promised';

export interface OwnPackRow {
  id: string;
  slug: string;
  name_zh: string;
  name_en: string;
  category: string;
  region_code: string;
  storage: 'ambient' | 'chilled' | 'frozen';
  shelf_life_days: number | null;
  sc_class: string | null;
  description_zh: string;
  description_en: string;
  harvest_months: number[];
  article_number: string | null;
  gtin: string | null;
  order_step_packs: number;
  /** What a pack costs at the minimum order; null where that is the retail price. */
  wholesale_fen: string | null;
  pack: string;
  price_fen: string;
  reference_fen: string;
  listed: boolean;
  may_sell: boolean;
  minimum_order_packs: number;
  staged_fen: string | null;
}

/** Packs of one supplier ($1) behind one of them ($2, or null), $3 of them at most, $4 and $5 as `NARROWED` has them, each with what its price and sale hang on. */
export const ownPacks = statement<OwnPackRow>(
  'catalogue.own_packs',
  `select sku.id, product.slug, product.name_zh, product.name_en, product.category, product.region_code, product.storage,
          product.shelf_life_days, product.sc_class, product.description_zh, product.description_en,
          product.harvest_months, sku.article_number, sku.gtin, sku.order_step_packs, sku.pack,
          (select min(tier.price_fen)::text from catalogue.price_tier tier
            where tier.sku_id = sku.id and tier.minimum_packs <= sku.minimum_order_packs) as wholesale_fen, sku.price_fen::text as price_fen,
          coalesce(sku.reference_price_fen, sku.price_fen)::text as reference_fen,
          ${promised('sku')} as listed,
          coalesce(listing.may_sell, false) and product.sale_banned_reason is null
            and not exists (select from catalogue.unproven_words_v unproven
                             where unproven.supplier_id = sku.supplier_id and unproven.product_id = sku.product_id) as may_sell,
          sku.minimum_order_packs,
          (select price #>> '{value,amount}' from jsonb_array_elements(change.fields -> 'prices') price
            where price ->> 'skuId' = sku.id::text) as staged_fen
     from catalogue.sku
     join catalogue.product on product.id = sku.product_id
     left join admission.listing_right_v listing
       on listing.supplier_id = sku.supplier_id and listing.product_id = sku.product_id
     left join catalogue.listing_change change
       on change.supplier_id = sku.supplier_id and change.product_id = sku.product_id
      and change.state in ('draft', 'submitted', 'changesRequested')
    where sku.supplier_id = $1 and ($2::uuid is null or sku.id > $2)
        ${NARROWED}
    order by sku.id limit $3`,
);
