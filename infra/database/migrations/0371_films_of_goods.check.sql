do $$
begin
  assert (select count(*) from pg_constraint where conname = 'picture_rendition_format_check') = 1
    and (select count(*) from pg_indexes where indexname = 'picture_film') = 1, 'a picture is the first one of one film at most';
end $$;
