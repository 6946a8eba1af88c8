-- Nearly every name is written in simplified signs already, and to translate one sign by sign against three thousand costs half a
-- millisecond: four fifths of what writing an imported product took. So a name is asked first whether any of its signs would
-- change, which costs microseconds.
do $do$
declare
  translation text := (select prosrc from pg_proc where oid = 'catalogue.simplified_signs(text)'::regprocedure);
  every_sign text := (select string_agg(chr(code), '' order by code) from generate_series(x'3400'::int, x'9fff'::int) code);
  changing text;
begin
  execute format(
    'create function catalogue.translated_signs(words text) returns text language sql immutable parallel safe as %L', translation);
  select string_agg(sign.was, '' order by sign.nth) into changing
    from rows from (string_to_table(every_sign, null), string_to_table(catalogue.translated_signs(every_sign), null))
      with ordinality as sign (was, becomes, nth)
   where sign.was <> sign.becomes;
  execute format(
    'create or replace function catalogue.simplified_signs(words text) returns text language sql immutable parallel safe as %L',
    format('select case when words ~ %L then catalogue.translated_signs(words) else words end', '[' || changing || ']'));
end $do$;

-- As before, but what is asked for is fetched by its id: "none said, or one of these" read all products and held each against the list.
create or replace function catalogue.name_indications(products uuid[], entered text[]) returns void language sql as $$
  with wanted as (
    select id, name_zh, name_en from catalogue.product where products is null
    union all
    select product.id, product.name_zh, product.name_en from unnest(products) as one (id) join catalogue.product using (id)
  ), called as materialized (
    select id, catalogue.plain_name(name_zh) as plain, regexp_replace(catalogue.plain_words(name_en), '\s+', ' ', 'g') as latin
      from wanted
  ), known as materialized (
    select name_zh, catalogue.plain_name(name_zh) as plain, regexp_replace(catalogue.plain_words(name_en), '\s+', ' ', 'g') as latin
      from catalogue.indication where entered is null or name_zh = any (entered)
  ), held as materialized (
    select called.id, known.name_zh from called join known
      on strpos(called.plain, known.plain) > 0 or (known.latin <> '' and strpos(called.latin, known.latin) > 0)
  ), gone as (
    delete from catalogue.indication_named named
     where named.product_id in (select id from called) and named.indication in (select name_zh from known)
       and not exists (select from held where held.id = named.product_id and held.name_zh = named.indication)
    returning named.product_id
  ), come as (
    insert into catalogue.indication_named (product_id, indication) select id, name_zh from held on conflict do nothing
    returning product_id
  )
  -- Documents of such goods are asked offer by offer.
  insert into catalogue.search_stale (product_id) select product_id from gone union select product_id from come
$$;
