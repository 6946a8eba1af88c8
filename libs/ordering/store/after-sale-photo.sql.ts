import { statement } from '@xihuo/platform';

export const insertPhoto = statement(
  'ordering.insert_after_sale_photo',
  `insert into ordering.after_sale_photo (file_id, order_id, sha256, media_type, uploaded_at)
   values ($1, $2, decode($3, 'hex'), $4, $5)`,
);

export const countPhotos = statement<{ photos: number; videos: number }>(
  'ordering.count_after_sale_photos',
  `select count(distinct file_id)::int as photos,
          count(distinct file_id) filter (where media_type like 'video/%')::int as videos
     from ordering.after_sale_photo where order_id = $1`,
);

/** Photos of this order that no case has yet become this case's; answers those that really did. */
export const claimPhotos = statement<{ file_id: string }>(
  'ordering.claim_after_sale_photos',
  `update ordering.after_sale_photo set case_id = $1
    where file_id = any ($3::uuid[]) and order_id = $2 and case_id is null returning file_id`,
);

/** What one case's photos show, these other cases of the same order are about too. $1 the case, $2 the others. */
export const sharePhotos = statement(
  'ordering.share_after_sale_photos',
  `insert into ordering.after_sale_photo (file_id, order_id, case_id, sha256, media_type, uploaded_at)
   select photo.file_id, photo.order_id, item.id, photo.sha256, photo.media_type, photo.uploaded_at
     from ordering.after_sale_photo photo
     join ordering.after_sale item on item.id = any ($2::uuid[]) and item.order_id = photo.order_id
    where photo.case_id = $1 on conflict do nothing`,
);

export const photoOfOrder = statement<{ file_id: string }>(
  'ordering.after_sale_photo_of_order',
  'select file_id from ordering.after_sale_photo where file_id = $1 and order_id = $2 limit 1',
);

export const photoOfSuppliers = statement<{ file_id: string }>(
  'ordering.after_sale_photo_of_suppliers',
  `select file_id from ordering.after_sale_photo photo join ordering.after_sale item on item.id = photo.case_id
    where photo.file_id = $1 and item.id = $2 and item.supplier_id = any ($3::uuid[])`,
);
/** Photos and films handed in before $1 that no claim names, with their files; `unnamed` is the hash of what no other file holds. */
export const sweepClaimPhotos = statement<{ file_id: string; unnamed: string | null }>(
  'ordering.sweep_after_sale_photos',
  'select file_id, unnamed from ordering.sweep_after_sale_photos($1)',
);
