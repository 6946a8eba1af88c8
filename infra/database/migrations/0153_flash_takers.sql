-- Packs at a price are limited a person, not an order: whoever bought as an account, and whoever has the phone they are sent to, told by
-- a keyed hash. A take is read and written by whoever holds the stock of its pack, so of two orders of one person the second sees the first.
alter table ordering.promotion_take
  add column person_id uuid,
  add column phone_index bytea;
create index promotion_take_person on ordering.promotion_take (promotion_id, person_id) where person_id is not null;
create index promotion_take_phone on ordering.promotion_take (promotion_id, phone_index) where phone_index is not null;
comment on column ordering.promotion_price.packs_each is 'Of one person, all orders together.';
