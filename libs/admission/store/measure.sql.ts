import { statement } from '@xihuo/platform';

export const insertApprovals = statement(
  'admission.insert_approvals',
  `insert into admission.listing_approval (supplier_id, product_id, dossier_version, approved_at, approved_by)
   select approval.supplier_id, approval.product_id, 1, $3, $4
     from unnest($1::uuid[], $2::uuid[]) as approval (supplier_id, product_id)
     join admission.certification using (supplier_id)
   on conflict (supplier_id, product_id) do nothing`,
);
