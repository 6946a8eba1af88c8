-- A batch that money was set aside for is taken back by two people before the bank is told of it.
alter table settlement.payout_batch
  add column discard_asked_by uuid,
  add column discard_asked_at timestamptz,
  add column discarded_by uuid,
  -- Of people their words; 'altered' where the batch read otherwise than it was approved.
  add column discarded_reason text,
  add constraint taken_back_by_two check (discarded_by is null or (discard_asked_by is not null and discarded_by <> discard_asked_by));
grant update (discard_asked_by, discard_asked_at, discarded_by, discarded_reason) on settlement.payout_batch to xihuo_app;
