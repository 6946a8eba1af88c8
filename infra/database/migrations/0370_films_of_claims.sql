-- Beside photos a claim takes a film: what each of them is, so that whoever reads the claim knows before it is fetched.
alter table ordering.after_sale_photo add column media_type text not null default 'image/jpeg'
  check (media_type in ('image/jpeg', 'image/png', 'video/mp4', 'video/webm'));
update ordering.after_sale_photo photo set media_type = file.media_type
  from platform.file where file.id = photo.file_id and file.media_type = 'image/png';

create or replace view ordering.after_sale_claim_v as
  select claim.id, claim.order_id, claim.supplier_order_id, claim.kind, claim.reason, claim.words, claim.answer,
         array(select file_id from ordering.after_sale_photo photo where photo.case_id = claim.id order by file_id) as photo_ids,
         array(select media_type from ordering.after_sale_photo photo where photo.case_id = claim.id order by file_id) as photo_types
    from ordering.after_sale claim;
