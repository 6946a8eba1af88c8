-- The number an organisation's own books know a purchase by (采购单号); empty where it has none. Suppliers print it on what they send.
alter table ordering.purchase_order
  add column own_number text not null default '' check (char_length(own_number) <= 40);
