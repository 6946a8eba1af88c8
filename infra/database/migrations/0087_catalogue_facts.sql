-- What a product is, as its supplier wants it to be from the next version of its dossier on.

alter table catalogue.dossier_draft
  -- { name, category, regionCode, storage, shelfLifeDays, scClass }; null where the product stays what it is.
  add column facts jsonb;

-- What was approved last of a product: catalogue, above, makes it so.
create view admission.approved_product_v as
  select supplier_id, product_id, version, evidence -> 'dossier' -> 'product' as product
    from admission.product_dossier where state = 'approved';

grant select on admission.approved_product_v to xihuo_app, xihuo_auditor;
