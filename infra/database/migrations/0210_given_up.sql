-- When its buyer called an order off: money that comes for it afterwards goes back, while one that merely ran out of time stands again
-- where its goods are still there.
alter table ordering.customer_order add column given_up_at timestamptz;
