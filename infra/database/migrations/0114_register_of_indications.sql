-- The register of geographical indications, as operators keep it: who holds an indication, under which number, from when until when.
alter table catalogue.indication
  add column id uuid not null default uuidv7(),
  add column row_version integer not null default 1,
  -- Who holds the registration, and the number of the certificate, announcement or mark; empty where the source does not say.
  add column holder text not null default '',
  add column mark_number text not null default '',
  -- Null: the source names no day.
  add column valid_from date,
  add column valid_until date,
  add constraint indication_days check (valid_from <= valid_until);
create unique index indication_id on catalogue.indication (id);

-- Those that stand in the register today: only these prove a name or a mark.
create view catalogue.indication_in_force_v as
  select name_zh, name_en, kinds, source
    from catalogue.indication
   where (select (platform.business_now() at time zone 'Asia/Shanghai')::date)
         between coalesce(valid_from, '-infinity') and coalesce(valid_until, 'infinity');

create or replace view catalogue.gi_right_v as
  select certificate.product_id, certificate.supplier_id, indication.kinds, indication.source
    from admission.certificate_v certificate
    join catalogue.indication_in_force_v indication on indication.name_zh = certificate.scope
    join catalogue.product on product.id = certificate.product_id
   where certificate.kind = 'geographicalIndication'
     and certificate.valid_until >= (select (platform.business_now() at time zone 'Asia/Shanghai')::date)
     -- The first says yes of nearly all, and costs a hundredth of the second.
     and (strpos(catalogue.plain_words(product.name_zh), catalogue.plain_words(indication.name_zh)) > 0
          or strpos(catalogue.simplified_signs(catalogue.plain_words(product.name_zh)),
                    catalogue.simplified_signs(catalogue.plain_words(indication.name_zh))) > 0);

grant update on catalogue.indication to xihuo_app;
grant select on catalogue.indication_in_force_v to xihuo_app, xihuo_auditor;
