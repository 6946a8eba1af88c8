-- A lead may be asked for an organisation: whoever buys for it finds it and orders from it, not only the colleague who asked.
alter table catalogue.lead add column organisation_id uuid;
create index lead_person on catalogue.lead (person_id, id);
create index lead_organisation on catalogue.lead (organisation_id, id) where organisation_id is not null;

create or replace view catalogue.lead_v as
  select id, fair_id, supplier_id, product_id, person_id, state, organisation_id from catalogue.lead;

-- What a lead is about: the product that was named, else all that the exhibitor brings.
create view catalogue.lead_product_v as
  select lead.id as lead_id, lead.supplier_id, lead.product_id from catalogue.lead where lead.product_id is not null
  union all
  select lead.id, lead.supplier_id, brought.product_id
    from catalogue.lead
    join catalogue.fair_exhibitor exhibitor on exhibitor.fair_id = lead.fair_id and exhibitor.supplier_id = lead.supplier_id
   cross join lateral unnest(exhibitor.products) as brought (product_id)
   where lead.product_id is null;
grant select on catalogue.lead_product_v to xihuo_app, xihuo_auditor;

-- By which way a line of a purchase order was found, as it was said; held against what is true when it is issued, as with any order.
alter table ordering.purchase_line add column via jsonb;
