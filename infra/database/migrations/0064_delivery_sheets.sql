-- Nobody is a witness by name alone: a delivery that was witnessed shows the sheet that was signed. What stood before stays as it was.
alter table trace.delivery
  add contest_file_id uuid references trace.lot_paper,
  add contested_by text,
  add constraint delivery_witness_sheet check (state <> 'witnessed' or witness_file_id is not null) not valid;
grant update (contest_file_id, contested_by) on trace.delivery to xihuo_app;
