-- What was taken at a price goes back pack by pack as packs of a paid order are cancelled; packs the buyer keeps count as those that
-- were taken at it.
alter table ordering.promotion_take
  add column back_packs integer not null default 0,
  add constraint never_more_back_than_taken check (back_packs between 0 and packs);
update ordering.promotion_take set back_packs = packs where given_back_at is not null;
alter table ordering.promotion_take
  add constraint given_back_whole check ((given_back_at is null) = (back_packs < packs));
