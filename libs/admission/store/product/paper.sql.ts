import { statement } from '@xihuo/platform';

export const insertPaper = statement(
  'admission.insert_product_paper',
  `insert into admission.product_paper (file_id, supplier_id, product_id, sha256, pages, uploaded_by, uploaded_at)
   values ($1, $2, $3, decode($4, 'hex'), $5, $6, $7)`,
);

export const countPapers = statement<{ papers: number }>(
  'admission.count_product_papers',
  'select count(*)::integer as papers from admission.product_paper where supplier_id = $1 and product_id = $2',
);

/** Of the files named, those that are no paper of that supplier's product. */
export const strangePapers = statement<{ file_id: string }>(
  'admission.strange_papers',
  `select named.file_id
     from json_to_recordset($1::json) as named (supplier_id uuid, product_id uuid, file_id uuid)
     left join admission.product_paper paper using (file_id, supplier_id, product_id)
    where paper.file_id is null order by named.file_id limit 20`,
);

/** Papers of suppliers and of their products; $1 patterns of counties, $2 own suppliers, $3 the file. */
export const paperFor = statement<{ file_id: string }>(
  'admission.paper_for',
  `select paper.file_id from admission.supplier_paper paper
     join registry.organisation_v supplier on supplier.id = paper.supplier_id
    where paper.file_id = $3 and (paper.supplier_id = any($2::uuid[]) or supplier.county_code like any($1::text[]))
   union all
   select paper.file_id from admission.product_paper paper
    where paper.file_id = $3
      and (paper.supplier_id = any($2::uuid[])
           or exists (select from admission.product_dossier dossier
                       where dossier.supplier_id = paper.supplier_id and dossier.product_id = paper.product_id
                         and dossier.county_code like any($1::text[])))`,
);
