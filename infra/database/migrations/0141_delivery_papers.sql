-- What goes with a delivery: the supplier's papers and those of the lots in it, with the files that were handed in, as they stood
-- on the day it left. Whoever reads them asks for the day.

create view admission.certificate_paper_v as
  select id, supplier_id, product_id, kind, scope, number, valid_until, verified_at, file_id
    from admission.certificate where state in ('valid', 'replaced');

create view trace.lot_document_v as
  select lot_id, 'lotCertificate' as kind, number, issued_by as by_whom, issued_on as dated_on, file_id, id
    from trace.lot_certificate where state in ('valid', 'replaced')
   union all
  select lot_id, 'lotTest', report_number, laboratory, reported_on, file_id, id from trace.lot_test where passed;

grant select on admission.certificate_paper_v, trace.lot_document_v to xihuo_app, xihuo_auditor;
