import { statement } from '@xihuo/platform';

export const insertPaper = statement(
  'benefit.insert_paper',
  `insert into benefit.paper (file_id, supplier_id, household_id, sha256, pages, uploaded_by, uploaded_at)
   values ($1, $2, $3, decode($4, 'hex'), $5, $6, $7)`,
);

export const countPapers = statement<{ papers: number }>(
  'benefit.count_papers',
  'select count(*)::int as papers from benefit.paper where supplier_id = $1 and uploaded_at > $2',
);

/** Those of the named that are not this supplier's, or are about another household than $3. */
export const strangePapers = statement<{ file_id: string }>(
  'benefit.strange_papers',
  `select file_id from unnest($2::uuid[]) as named (file_id)
    where not exists (select from benefit.paper where paper.file_id = named.file_id and supplier_id = $1
                        and (household_id is null or $3::uuid is null or household_id = $3))`,
);

/** For whoever acts for the supplier or reads over it, for the household it is about, and for the collective whose receipt it is. */
export const paperFor = statement<{ file_id: string }>(
  'benefit.paper_for',
  `select file_id from benefit.paper join registry.organisation_v supplier on supplier.id = paper.supplier_id
    where file_id = $4 and (paper.supplier_id = any ($1::uuid[]) or supplier.county_code like any ($2::text[])
                            or paper.household_id = any ($3::uuid[])
                            or exists (select from benefit.outside_payment paid
                                        where paid.paper_id = file_id and paid.collective_id = any ($1)))`,
);
