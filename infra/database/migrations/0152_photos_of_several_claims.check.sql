do $$
begin
  assert (select count(*) from pg_constraint where conname = 'after_sale_photo_once') = 1, 'a photo is of a case once';
  assert not exists (select from ordering.after_sale_photo photo join ordering.after_sale item on item.id = photo.case_id
                      where item.order_id <> photo.order_id), 'and only of cases about its own order';
end $$;
