import { statement } from '@xihuo/platform';

export const insertMeasure = statement<{ id: string }>(
  'admission.insert_measure',
  `insert into admission.measure (supplier_id, kind, product_id, reason, imposed_by, started_at)
   values ($1, $2, $3, $4, $5, $6) returning id`,
);

export const endMeasureRow = statement<{ supplier_id: string; kind: string }>(
  'admission.end_measure',
  'update admission.measure set ended_at = $2 where id = $1 and ended_at is null returning supplier_id, kind',
);

export const isCertified = statement(
  'admission.is_certified',
  'select 1 as certified from admission.certification where supplier_id = $1',
);

export const insertApprovals = statement(
  'admission.insert_approvals',
  `insert into admission.listing_approval (supplier_id, product_id, dossier_version, approved_at, approved_by)
   select approval.supplier_id, approval.product_id, 1, $3, $4
     from unnest($1::uuid[], $2::uuid[]) as approval (supplier_id, product_id)
     join admission.certification using (supplier_id)
   on conflict (supplier_id, product_id) do nothing`,
);
