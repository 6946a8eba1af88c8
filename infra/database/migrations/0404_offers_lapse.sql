-- Nobody decided on an offer within thirty days: it lapses by itself, and what was kept of somebody new, a name and a phone that were
-- given for one purpose alone, goes with it (个人信息保护法 art. 47).
alter table identity.role_offer drop constraint role_offer_outcome_check;
alter table identity.role_offer add constraint offers_end_so check (outcome in ('given', 'withdrawn', 'lapsed'));
alter table identity.role_offer drop constraint role_offer_check1;
alter table identity.role_offer add constraint offers_are_decided_by_somebody_or_lapse check (
  (decided_at is null) = (outcome is null) and (decided_by is null) = (outcome is null or outcome = 'lapsed'));
