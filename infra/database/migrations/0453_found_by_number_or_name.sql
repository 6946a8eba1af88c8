-- What the console finds by a number or a name, whoever types: each by an index, from the first sign on.
create view ordering.numbered_part_v as
  select part.id, part.order_id, part.supplier_id, customer_order.number
    from ordering.supplier_order part join ordering.customer_order on customer_order.id = part.order_id;
create view settlement.statement_v as select id, supplier_id, period_end from settlement.statement;
grant select on ordering.numbered_part_v, settlement.statement_v to xihuo_app;

create index agreement_number on benefit.agreement (number);
create index household_name on registry.household (display_name, id);
