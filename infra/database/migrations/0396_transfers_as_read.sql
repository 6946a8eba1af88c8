-- Whoever confirms a transfer says which order it was for as they read it: somebody may name another meanwhile.
alter table ordering.bank_transfer add column row_version integer not null default 1;
grant update (row_version) on ordering.bank_transfer to xihuo_app;
