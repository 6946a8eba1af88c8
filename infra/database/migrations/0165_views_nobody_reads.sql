-- Exported for readers that never came: what they show is read by the steps and pages of their own contexts.
drop view settlement.subsidy_v;
drop view ordering.purchase_order_v;
drop view ordering.receivable_v;
