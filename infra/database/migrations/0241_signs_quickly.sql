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
