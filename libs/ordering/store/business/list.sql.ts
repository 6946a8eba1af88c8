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

const PACK = `offer.sku_id, offer.slug, offer.name_zh, offer.pack, supplier.name_zh as supplier_name, offer.price_fen,
          offer.minimum_order_packs, offer.order_step_packs, offer.for_sale,
          ${AVAILABLE} as available,
          coalesce((select jsonb_agg(jsonb_build_object('minimumPacks', tier.minimum_packs, 'priceFen', tier.price_fen::text))
                      from catalogue.price_tier_v tier where tier.sku_id = offer.sku_id), '[]') as tiers`;

/** Packs that names or codes may mean: a barcode, an article number, the product's code or name, or the name followed by the pack. What is for sale first. */
export const listedPacks = statement<ListedPackRow>(
  'ordering.listed_packs',
  `with wanted as materialized (
     select distinct name from unnest($1::text[]) as item (name)
   ), meant as materialized (
     select wanted.name, offer.sku_id from wanted join catalogue.offer_v offer on offer.gtin = wanted.name
     union select wanted.name, offer.sku_id from wanted join catalogue.offer_v offer on offer.article_number = wanted.name
     union select wanted.name, offer.sku_id from wanted join catalogue.offer_v offer on offer.slug = lower(wanted.name)
     union select wanted.name, offer.sku_id from wanted join catalogue.offer_v offer on offer.name_zh = wanted.name
     union select wanted.name, offer.sku_id from wanted join catalogue.offer_v offer on offer.name_zh || ' ' || offer.pack = wanted.name
   )
   select meant.name, ${PACK}
     from meant join catalogue.offer_v offer on offer.sku_id = meant.sku_id and offer.listed
     join registry.organisation_v supplier on supplier.id = offer.supplier_id
    order by meant.name, offer.for_sale desc, offer.price_fen, offer.sku_id`,
);

/** A lead somebody asked for this organisation, or for themselves. $1 lead, $2 organisation, $3 person who orders. */
export const leadToOrder = statement<{ id: string }>(
  'ordering.lead_to_order',
  `select id from catalogue.lead_v
    where id = $1 and (organisation_id = $2 or (organisation_id is null and person_id = $3))`,
);

/** Packs of what a lead is about, of whom it was asked; what is for sale first. $1 lead, $2 most. */
export const leadPacks = statement<ListedPackRow>(
  'ordering.lead_packs',
  `select offer.name_zh as name, ${PACK}
     from catalogue.lead_product_v about
     join catalogue.offer_v offer on offer.product_id = about.product_id and offer.supplier_id = about.supplier_id and offer.listed
     join registry.organisation_v supplier on supplier.id = offer.supplier_id
    where about.lead_id = $1
    order by offer.for_sale desc, offer.name_zh, offer.price_fen, offer.sku_id limit $2`,
);
