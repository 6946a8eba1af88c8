-- A name that the register of geographical indications protects stands on goods only with a certificate to use it that was verified
-- and is valid now (地理标志产品保护办法, 商标法 art. 16). Which indications a product is called by is kept beside it; what of them
-- is in force, and who has the paper, is asked in the moment of sale, as with words that only a certificate makes lawful.
create table catalogue.indication_named (
  product_id uuid not null references catalogue.product on delete cascade,
  indication text not null references catalogue.indication on update cascade,
  primary key (product_id, indication)
);
create index indication_named_by on catalogue.indication_named (indication);

-- A name as it is compared: half width, small, simplified, with nothing written between its signs.
create function catalogue.plain_name(words text) returns text language sql immutable parallel safe as $$
  select catalogue.simplified_signs(catalogue.plain_words(words))
$$;

create function catalogue.name_indications(products uuid[], entered text[]) returns void language sql as $$
  with called as materialized (
    select id, catalogue.plain_name(name_zh) as plain, regexp_replace(catalogue.plain_words(name_en), '\s+', ' ', 'g') as latin
      from catalogue.product where products is null or id = any (products)
  ), known as materialized (
    select name_zh, catalogue.plain_name(name_zh) as plain, regexp_replace(catalogue.plain_words(name_en), '\s+', ' ', 'g') as latin
      from catalogue.indication where entered is null or name_zh = any (entered)
  ), held as materialized (
    select called.id, known.name_zh from called join known
      on strpos(called.plain, known.plain) > 0 or (known.latin <> '' and strpos(called.latin, known.latin) > 0)
  ), gone as (
    delete from catalogue.indication_named named
     where (products is null or named.product_id = any (products)) and (entered is null or named.indication = any (entered))
       and not exists (select from held where held.id = named.product_id and held.name_zh = named.indication)
    returning named.product_id
  ), come as (
    insert into catalogue.indication_named (product_id, indication) select id, name_zh from held on conflict do nothing
    returning product_id
  )
  -- Documents of such goods are asked offer by offer.
  insert into catalogue.search_stale (product_id) select product_id from gone union select product_id from come
$$;

create function catalogue.name_new_products() returns trigger language plpgsql as $$
begin
  perform catalogue.name_indications(array_agg(id), null) from new_rows having count(*) > 0;
  return null;
end $$;
create function catalogue.name_changed_products() returns trigger language plpgsql as $$
begin
  perform catalogue.name_indications(array_agg(id), null) from new_rows join old_rows using (id)
    where (new_rows.name_zh, new_rows.name_en) is distinct from (old_rows.name_zh, old_rows.name_en) having count(*) > 0;
  return null;
end $$;
create function catalogue.name_new_indications() returns trigger language plpgsql as $$
begin
  perform catalogue.name_indications(null, array_agg(name_zh)) from new_rows having count(*) > 0;
  return null;
end $$;
create function catalogue.name_changed_indications() returns trigger language plpgsql as $$
begin
  perform catalogue.name_indications(null, array_agg(new_rows.name_zh)) from new_rows join old_rows using (id)
    where new_rows.name_en <> old_rows.name_en having count(*) > 0;
  return null;
end $$;
create trigger named_new after insert on catalogue.product
  referencing new table as new_rows for each statement execute function catalogue.name_new_products();
create trigger named_changed after update on catalogue.product
  referencing old table as old_rows new table as new_rows for each statement execute function catalogue.name_changed_products();
create trigger named_new after insert on catalogue.indication
  referencing new table as new_rows for each statement execute function catalogue.name_new_indications();
create trigger named_changed after update on catalogue.indication
  referencing old table as old_rows new table as new_rows for each statement execute function catalogue.name_changed_indications();

-- Indications a product is called by that are in force: of 洛川苹果 and 苹果 it is the longer one.
create view catalogue.indication_of_name_v as
  select named.product_id, named.indication
    from catalogue.indication_named named
    join catalogue.indication_in_force_v indication on indication.name_zh = named.indication
   where not exists (
     select from catalogue.indication_named longer
       join catalogue.indication_in_force_v standing on standing.name_zh = longer.indication
      where longer.product_id = named.product_id and longer.indication <> named.indication
        and strpos(longer.indication, named.indication) > 0);

-- Of whose offers a name is not proven today.
create view catalogue.unproven_indication_v as
  select sku.supplier_id, named.product_id, named.indication
    from catalogue.indication_of_name_v named
    join catalogue.sku on sku.product_id = named.product_id
   where not exists (
     select from admission.certificate_v certificate
      where certificate.supplier_id = sku.supplier_id and certificate.product_id = named.product_id
        and certificate.kind = 'geographicalIndication' and certificate.scope = named.indication
        and certificate.valid_until >= (select (platform.business_now() at time zone 'Asia/Shanghai')::date));

-- What its supplier shows no paper for: words of certificates, and names of indications.
create or replace view catalogue.unproven_words_v as
  select wanted.supplier_id, wanted.product_id, wanted.kind
    from catalogue.words_wanted wanted
   where not exists (
     select from admission.certificate_v certificate
      where certificate.supplier_id = wanted.supplier_id and certificate.product_id = wanted.product_id
        and certificate.kind = wanted.kind
        and certificate.valid_until >= (select (platform.business_now() at time zone 'Asia/Shanghai')::date))
  union all
  select supplier_id, product_id, 'geographicalIndication' from catalogue.unproven_indication_v;

grant select, insert, delete on catalogue.indication_named to xihuo_app;
grant select on catalogue.indication_of_name_v, catalogue.unproven_indication_v to xihuo_app;
grant select on catalogue.indication_named, catalogue.indication_of_name_v, catalogue.unproven_indication_v to xihuo_auditor;

select catalogue.name_indications(null, null);
