import { statement } from '@xihuo/platform';
import { AVAILABLE } from '../portion.sql';

export interface ListedPackRow {
  /** As it was written. */
  name: string;
  sku_id: string;
  slug: string;
  name_zh: string;
  pack: string;
  supplier_name: string;
  price_fen: bigint;
  minimum_order_packs: number;
  order_step_packs: number;
  for_sale: boolean;
  available: number;
  tiers: { minimumPacks: number; priceFen: string }[];
}

/** Packs that names or codes may mean: a barcode, the product's code or name, or the name followed by the pack. What is for sale first. */
export const listedPacks = statement<ListedPackRow>(
  'ordering.listed_packs',
  `with wanted as materialized (
     select distinct name from unnest($1::text[]) as item (name)
   ), meant as materialized (
     select wanted.name, offer.sku_id from wanted join catalogue.offer_v offer on offer.gtin = wanted.name
     union select wanted.name, offer.sku_id from wanted join catalogue.offer_v offer on offer.slug = lower(wanted.name)
     union select wanted.name, offer.sku_id from wanted join catalogue.offer_v offer on offer.name_zh = wanted.name
     union select wanted.name, offer.sku_id from wanted join catalogue.offer_v offer on offer.name_zh || ' ' || offer.pack = wanted.name
   )
   select meant.name, offer.sku_id, offer.slug, offer.name_zh, offer.pack, supplier.name_zh as supplier_name, offer.price_fen,
          offer.minimum_order_packs, offer.order_step_packs, offer.for_sale,
          ${AVAILABLE} as available,
          coalesce((select jsonb_agg(jsonb_build_object('minimumPacks', tier.minimum_packs, 'priceFen', tier.price_fen::text))
                      from catalogue.price_tier_v tier where tier.sku_id = offer.sku_id), '[]') as tiers
     from meant join catalogue.offer_v offer on offer.sku_id = meant.sku_id and offer.listed
     join registry.organisation_v supplier on supplier.id = offer.supplier_id
    order by meant.name, offer.for_sale desc, offer.price_fen, offer.sku_id`,
);
