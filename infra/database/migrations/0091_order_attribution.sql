-- By which way a line was found: a venue, a campaign, a lead of a fair. It says nothing of the price and never stops an order.
alter table ordering.order_line
  add column venue_id uuid,
  add column campaign_id uuid,
  add column lead_id uuid;
create index order_line_venue on ordering.order_line (venue_id) where venue_id is not null;
create index order_line_campaign on ordering.order_line (campaign_id) where campaign_id is not null;
create index order_line_lead on ordering.order_line (lead_id) where lead_id is not null;

create view ordering.attributed_line_v as
  select line.id, line.order_id, line.supplier_order_id, line.product_id, line.quantity, line.amount_fen, line.net_grams,
         line.venue_id, line.campaign_id, line.lead_id, supplier_order.supplier_id, supplier_order.state,
         customer_order.number as order_number, customer_order.placed_at, customer_order.paid_at
    from ordering.order_line line
    join ordering.supplier_order on supplier_order.id = line.supplier_order_id
    join ordering.customer_order on customer_order.id = line.order_id
   where line.venue_id is not null or line.campaign_id is not null or line.lead_id is not null;
grant select on ordering.attributed_line_v to xihuo_app;
