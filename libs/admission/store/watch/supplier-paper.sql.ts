import { statement } from '@xihuo/platform';

export const insertSupplierPaper = statement(
  'admission.insert_supplier_paper',
  `insert into admission.supplier_paper (file_id, supplier_id, sha256, pages, uploaded_by, uploaded_at)
   values ($1, $2, decode($3, 'hex'), $4, $5, $6)`,
);

/** $1 supplier, $2 since when. */
export const countSupplierPapers = statement<{ papers: number }>(
  'admission.count_supplier_papers',
  'select count(*)::integer as papers from admission.supplier_paper where supplier_id = $1 and uploaded_at > $2',
);

/** Of the files named, those that are no paper of that supplier. */
export const strangeSupplierPapers = statement<{ file_id: string }>(
  'admission.strange_supplier_papers',
  `select named.file_id from unnest($2::uuid[]) as named (file_id)
    where not exists (select from admission.supplier_paper paper
                       where paper.file_id = named.file_id and paper.supplier_id = $1)
    order by named.file_id limit 20`,
);
