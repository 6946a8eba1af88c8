import { statement } from '@xihuo/platform';
import type { Facts, factsApproved } from '../rules/product-facts';

export interface ApprovedFactsRow {
  supplier_id: string;
  product_id: string;
  approved: Parameters<typeof factsApproved>[0];
  name_zh: string;
  name_en: string;
  category: Facts['category'];
  region_code: string;
  storage: Facts['storage'];
  shelf_life_days: number | null;
  sc_class: string | null;
  gi_kinds: string[] | null;
  shared: boolean;
}

/** What was approved last of each ($1 is [{ supplier_id, product_id }]) beside what the product is now, locked in the order of ids. */
export const approvedFacts = statement<ApprovedFactsRow>(
  'catalogue.approved_facts',
  `select approved.supplier_id, product.id as product_id, approved.product as approved, product.name_zh, product.name_en,
          product.category, product.region_code, product.storage, product.shelf_life_days, product.sc_class, product.gi_kinds,
          exists (select from catalogue.sku
                   where sku.product_id = product.id and sku.supplier_id <> approved.supplier_id) as shared
     from (select distinct supplier_id, product_id
             from json_to_recordset($1::json) as given (supplier_id uuid, product_id uuid)) given
     join admission.approved_product_v approved using (supplier_id, product_id)
     join catalogue.product on product.id = approved.product_id
    order by product.id for update of product`,
);

export const applyFacts = statement<{ id: string }>(
  'catalogue.apply_facts',
  `update catalogue.product
      set name_zh = facts.name_zh, name_en = facts.name_en, category = facts.category, region_code = facts.region_code,
          storage = facts.storage, shelf_life_days = facts.shelf_life_days, sc_class = facts.sc_class,
          perishable = facts.perishable
     from json_to_recordset($1::json) as facts (product_id uuid, name_zh text, name_en text, category text, region_code text,
            storage text, shelf_life_days integer, sc_class text, perishable boolean)
    where product.id = facts.product_id returning product.id`,
);
