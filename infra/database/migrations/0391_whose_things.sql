-- Whose a thing is, for the history at the foot of its page; of a plan of spot checks where it draws from.
create view admission.spot_check_plan_v as
  select id, region_prefix from admission.spot_check_plan;
create view benefit.pool_v as
  select id, supplier_id from benefit.pool;
create view benefit.distribution_v as
  select id, supplier_id from benefit.distribution;
create view ordering.invoice_request_v as
  select id, supplier_id from ordering.invoice_request;
grant select on admission.spot_check_plan_v, benefit.pool_v, benefit.distribution_v, ordering.invoice_request_v to xihuo_app;
grant select on admission.spot_check_plan_v, benefit.pool_v, benefit.distribution_v, ordering.invoice_request_v to xihuo_auditor;
