import { statement } from '@xihuo/platform';

export const insertLotPaper = statement(
  'trace.insert_lot_paper',
  `insert into trace.lot_paper (file_id, supplier_id, sha256, pages, uploaded_by, uploaded_at) values ($1, $2, decode($3, 'hex'), $4, $5, $6)`,
);

export const countLotPapers = statement<{ papers: number }>(
  'trace.count_lot_papers',
  'select count(*)::int as papers from trace.lot_paper where supplier_id = $1 and uploaded_at > $2',
);

/** Those of the named that are not this supplier's. */
export const strangeLotPapers = statement<{ file_id: string }>(
  'trace.strange_lot_papers',
  `select file_id from unnest($2::uuid[]) as named (file_id)
    where not exists (select from trace.lot_paper where lot_paper.file_id = named.file_id and supplier_id = $1)`,
);

export const paperOfSuppliers = statement<{ file_id: string }>(
  'trace.paper_of_suppliers',
  `select file_id from trace.lot_paper join registry.organisation_v supplier on supplier.id = lot_paper.supplier_id
    where file_id = $1 and (supplier_id = any ($2::uuid[]) or supplier.county_code like any ($3::text[]))`,
);

/** A supplier somebody acts for ($2) or whose county it is an officer of ($3, patterns). */
export const supplierOfDesk = statement<{ id: string }>(
  'trace.supplier_of_desk',
  'select id from registry.organisation_v where id = $1 and (id = any ($2::uuid[]) or county_code like any ($3::text[]))',
);

export const ticketOfHousehold = statement<{ file_id: string }>(
  'trace.ticket_of_household',
  `select ticket_file_id as file_id from trace.delivery
    where id = $1 and household_id = any ($2::uuid[]) and ticket_file_id is not null`,
);
