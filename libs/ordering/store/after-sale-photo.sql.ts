import { statement } from '@xihuo/platform';

export const insertPhoto = statement(
  'ordering.insert_after_sale_photo',
  `insert into ordering.after_sale_photo (file_id, order_id, sha256, uploaded_at) values ($1, $2, decode($3, 'hex'), $4)`,
);

export const countPhotos = statement<{ photos: number }>(
  'ordering.count_after_sale_photos',
  'select count(*)::int as photos from ordering.after_sale_photo where order_id = $1',
);

/** Photos of this order that no case has yet become this case's; answers those that really did. */
export const claimPhotos = statement<{ file_id: string }>(
  'ordering.claim_after_sale_photos',
  `update ordering.after_sale_photo set case_id = $1
    where file_id = any ($3::uuid[]) and order_id = $2 and case_id is null returning file_id`,
);

export const photoOfOrder = statement<{ file_id: string }>(
  'ordering.after_sale_photo_of_order',
  'select file_id from ordering.after_sale_photo where file_id = $1 and order_id = $2',
);

export const photoOfSuppliers = statement<{ file_id: string }>(
  'ordering.after_sale_photo_of_suppliers',
  `select file_id from ordering.after_sale_photo photo join ordering.after_sale item on item.id = photo.case_id
    where photo.file_id = $1 and item.id = $2 and item.supplier_id = any ($3::uuid[])`,
);
