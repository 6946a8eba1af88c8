-- Words that stand only with a certificate (有机, 绿色食品, 地理标志): which a listing shows is kept beside it, and whether the certificate
-- is valid is asked in the moment of sale, so that what a listing says leaves the shelf with the paper behind it.

create table catalogue.words_wanted (
  supplier_id uuid not null,
  product_id uuid not null references catalogue.product,
  -- Kind of certificate that makes words of the listing lawful.
  kind text not null,
  primary key (supplier_id, product_id, kind)
);
create index words_wanted_product on catalogue.words_wanted (product_id);

-- The version of the word rules that all listings were looked through with.
create table catalogue.words_looked_through (
  only_one boolean primary key default true check (only_one),
  version text not null
);
insert into catalogue.words_looked_through (version) values ('');

-- A text as it is looked through: half width, small letters, simplified, nothing written between Chinese signs. The twin of
-- `squeeze` in the rules of catalogue, which a test holds it to, signs of the rules' own words being all that it simplifies.
create function catalogue.plain_words(words text) returns text language sql immutable parallel safe as $$
  select regexp_replace(
    translate(lower(normalize(words, NFKC)), '會標機產産痠綠緑誌質', '会标机产产酸绿绿志质'),
    '(?<=[\u3400-\u9fff\uf900-\ufaff])[\s\u200b-\u200d\u2060\ufeff·・•‧*_~|—「」『』“”"''《》【】()-]+(?=[\u3400-\u9fff\uf900-\ufaff])',
    '', 'g')
$$;

-- Looks listings through that were approved once, pair by pair, by the rules of today, and notes what their words want.
create function catalogue.look_words_through(suppliers uuid[], products uuid[]) returns void language sql as $$
  with rule as materialized (
    select rule ->> 'unless' as kind,
           -- A word's border lies between Latin signs and all others, Chinese ones among these.
           replace((select string_agg(pattern, '|') from jsonb_array_elements_text(rule -> 'patterns') pattern),
                   '\b', '(?:(?<![a-z0-9_])(?=[a-z0-9_])|(?<=[a-z0-9_])(?![a-z0-9_]))') as pattern
      from (select rules from catalogue.word_rules
             where effective_from <= (select (platform.business_now() at time zone 'Asia/Shanghai')::date)
             order by effective_from desc limit 1) in_force,
           jsonb_array_elements(in_force.rules) rule
     where rule ->> 'unless' is not null
  ), shown as materialized (
    select pair.supplier_id, pair.product_id, catalogue.plain_words(concat_ws(E'\x01', product.name_zh, product.name_en,
             coalesce(content ->> 'descriptionZh', product.description_zh), coalesce(content ->> 'descriptionEn', product.description_en),
             content ->> 'taglineZh', content ->> 'taglineEn', content ->> 'storageNoteZh', content ->> 'storageNoteEn',
             (select string_agg(concat_ws(E'\x01', sku.pack,
                       (select string_agg(concat_ws(E'\x01', said ->> 'name', said ->> 'value'), E'\x01')
                          from jsonb_array_elements(sku.options) said)), E'\x01')
                from catalogue.sku
               where sku.supplier_id = pair.supplier_id and sku.product_id = pair.product_id and sku.opened))) as words
      from (select distinct supplier_id, product_id from unnest(suppliers, products) as given (supplier_id, product_id)) pair
      join admission.listing_right_v approved using (supplier_id, product_id)
      join catalogue.product on product.id = pair.product_id
      left join catalogue.listing_content listing using (supplier_id, product_id)
  ), said as materialized (
    select supplier_id, product_id, array(select kind from rule where shown.words ~ rule.pattern) as kinds from shown
  ), gone as (
    delete from catalogue.words_wanted wanted using said
     where wanted.supplier_id = said.supplier_id and wanted.product_id = said.product_id and wanted.kind <> all (said.kinds)
  )
  insert into catalogue.words_wanted (supplier_id, product_id, kind)
  select supplier_id, product_id, kind from said, unnest(kinds) as kind on conflict do nothing
$$;

-- A new version of the rules looks at what was published under the old one. @returns whether there was a new one
create function catalogue.follow_word_rules() returns boolean language plpgsql as $$
declare in_force text := (select version from catalogue.word_rules
                           where effective_from <= (platform.business_now() at time zone 'Asia/Shanghai')::date
                           order by effective_from desc limit 1);
begin
  update catalogue.words_looked_through set version = in_force where version <> in_force;
  if not found then return false; end if;
  perform catalogue.look_words_through(array_agg(supplier_id), array_agg(product_id)) from admission.listing_right_v;
  return true;
end $$;

-- Whatever changes the words of an approved listing, or approves one, has it looked through in the same transaction.
create function catalogue.look_at_pairs() returns trigger language plpgsql as $$
begin
  perform catalogue.look_words_through(array_agg(supplier_id), array_agg(product_id)) from new_rows;
  return null;
end $$;
create function catalogue.look_at_changed_contents() returns trigger language plpgsql as $$
begin
  perform catalogue.look_words_through(array_agg(supplier_id), array_agg(product_id))
     from new_rows join old_rows using (supplier_id, product_id) where new_rows.content <> old_rows.content
   having count(*) > 0;
  return null;
end $$;
create function catalogue.look_at_changed_packs() returns trigger language plpgsql as $$
begin
  perform catalogue.look_words_through(array_agg(new_rows.supplier_id), array_agg(new_rows.product_id))
     from new_rows join old_rows using (id)
    where (new_rows.pack, new_rows.options, new_rows.opened) is distinct from (old_rows.pack, old_rows.options, old_rows.opened)
   having count(*) > 0;
  return null;
end $$;
create function catalogue.look_at_changed_products() returns trigger language plpgsql as $$
begin
  perform catalogue.look_words_through(array_agg(approved.supplier_id), array_agg(approved.product_id))
     from new_rows join old_rows using (id) join admission.listing_right_v approved on approved.product_id = new_rows.id
    where (new_rows.name_zh, new_rows.name_en, new_rows.description_zh, new_rows.description_en)
          is distinct from (old_rows.name_zh, old_rows.name_en, old_rows.description_zh, old_rows.description_en)
   having count(*) > 0;
  return null;
end $$;
create trigger words_new after insert on admission.listing_approval
  referencing new table as new_rows for each statement execute function catalogue.look_at_pairs();
create trigger words_new after insert on catalogue.listing_content
  referencing new table as new_rows for each statement execute function catalogue.look_at_pairs();
create trigger words_new after insert on catalogue.sku
  referencing new table as new_rows for each statement execute function catalogue.look_at_pairs();
create trigger words_changed after update on catalogue.listing_content
  referencing old table as old_rows new table as new_rows for each statement execute function catalogue.look_at_changed_contents();
create trigger words_changed after update on catalogue.sku
  referencing old table as old_rows new table as new_rows for each statement execute function catalogue.look_at_changed_packs();
create trigger words_changed after update on catalogue.product
  referencing old table as old_rows new table as new_rows for each statement execute function catalogue.look_at_changed_products();

-- Words on the shelf whose certificate is not there today.
create view catalogue.unproven_words_v as
  select wanted.supplier_id, wanted.product_id, wanted.kind
    from catalogue.words_wanted wanted
   where not exists (
     select from admission.certificate_v certificate
      where certificate.supplier_id = wanted.supplier_id and certificate.product_id = wanted.product_id
        and certificate.kind = wanted.kind
        and certificate.valid_until >= (select (platform.business_now() at time zone 'Asia/Shanghai')::date));

create or replace view catalogue.offer_v as
  select sku.id as sku_id, sku.product_id, sku.supplier_id, sku.pack, sku.net_grams, sku.price_fen, sku.stock_state,
         product.slug, product.name_zh, product.perishable,
         listing.supplier_id is not null as listed,
         coalesce(listing.may_sell, false) and product.sale_banned_reason is null and sku.opened
           and not exists (select from catalogue.unproven_words_v unproven
                            where unproven.supplier_id = sku.supplier_id and unproven.product_id = sku.product_id) as for_sale,
         sku.gtin, sku.options, sku.minimum_order_packs, sku.order_step_packs
    from catalogue.sku
    join catalogue.product on product.id = sku.product_id
    left join admission.listing_right_v listing
      on listing.supplier_id = sku.supplier_id and listing.product_id = sku.product_id;

-- Documents of such goods are asked offer by offer: whether the paper is valid changes with the day, which no trigger sees.
alter table catalogue.search_document add column wants_certificate boolean not null default false;
create function catalogue.mark_words_stale() returns trigger language plpgsql as $$
begin
  insert into catalogue.search_stale (product_id) select distinct product_id from changed_rows;
  return null;
end $$;
create trigger search_new after insert on catalogue.words_wanted
  referencing new table as changed_rows for each statement execute function catalogue.mark_words_stale();
create trigger search_gone after delete on catalogue.words_wanted
  referencing old table as changed_rows for each statement execute function catalogue.mark_words_stale();

grant select, insert, delete on catalogue.words_wanted to xihuo_app;
grant select, update on catalogue.words_looked_through to xihuo_app;
grant select on catalogue.unproven_words_v to xihuo_app;
grant select on catalogue.words_wanted, catalogue.words_looked_through, catalogue.unproven_words_v to xihuo_auditor;

select catalogue.follow_word_rules();
