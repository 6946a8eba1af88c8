-- Goods turned away at the door become a claim a reason; the photos of that door show all of them, and are looked at with each.
alter table ordering.after_sale_photo
  drop constraint after_sale_photo_pkey,
  add constraint after_sale_photo_once unique nulls not distinct (file_id, case_id);
