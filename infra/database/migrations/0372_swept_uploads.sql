-- Photos and films that nobody took up, and the files behind them: gone after a while, and only such. What a review shows or a claim
-- names is out of reach here.

create function dispute.sweep_review_photos(before timestamptz) returns table (file_id uuid, unnamed text)
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  with gone as (
    delete from dispute.review_photo where review_id is null and kept_at < before returning review_photo.file_id, small_id
  ), named as (
    select gone.file_id as id from gone union all select small_id from gone
  ), dropped as (
    delete from platform.file using named where file.id = named.id returning file.id, file.sha256
  )
  -- The hash where no other file has the same content: then the bytes may go too.
  select dropped.id, case when not exists (select from platform.file other
                                            where other.sha256 = dropped.sha256 and other.id not in (select id from named))
                          then encode(dropped.sha256, 'hex') end
    from dropped
$$;

create function ordering.sweep_after_sale_photos(before timestamptz) returns table (file_id uuid, unnamed text)
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  with gone as (
    delete from ordering.after_sale_photo where case_id is null and uploaded_at < before returning after_sale_photo.file_id as id
  ), dropped as (
    delete from platform.file using gone where file.id = gone.id returning file.id, file.sha256
  )
  select dropped.id, case when not exists (select from platform.file other
                                            where other.sha256 = dropped.sha256 and other.id not in (select id from gone))
                          then encode(dropped.sha256, 'hex') end
    from dropped
$$;

revoke all on function dispute.sweep_review_photos, ordering.sweep_after_sale_photos from public;
grant execute on function dispute.sweep_review_photos, ordering.sweep_after_sale_photos to xihuo_app;

create index review_photo_waiting on dispute.review_photo (kept_at) where review_id is null;
create index after_sale_photo_waiting on ordering.after_sale_photo (uploaded_at) where case_id is null;
