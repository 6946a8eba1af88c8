-- Roles of the platform are given as they are taken away: one operator proposes, another confirms. Then the person is made, where
-- they are somebody new, and may come in; nothing is answered to them before they have enrolled a second factor.
create table identity.role_offer (
  id uuid primary key default uuidv7(),
  -- Of somebody who acts for the platform already, or of whom the offer made somebody.
  person_id uuid references identity.person,
  -- Of somebody new, until it is decided.
  display_name text,
  phone_index bytea,
  phone_sealed bytea,
  role text not null check (role in ('auditor', 'reviewer', 'operator', 'finance', 'mediator')),
  jurisdiction text check (jurisdiction is null or (jurisdiction ~ '^(\d{2}){1,3}$' and role in ('auditor', 'reviewer'))),
  reason text not null,
  proposed_by uuid not null references identity.person,
  proposed_at timestamptz not null,
  decided_by uuid references identity.person,
  decided_at timestamptz,
  outcome text check (outcome in ('given', 'withdrawn')),
  grant_id uuid references identity.role_grant,
  check ((decided_by is null) = (decided_at is null) and (decided_at is null) = (outcome is null)),
  check ((outcome is not distinct from 'given') = (grant_id is not null)),
  constraint offers_by_two check (outcome is distinct from 'given' or decided_by <> proposed_by),
  constraint nobody_gives_themselves check (person_id is null or (person_id <> proposed_by and person_id is distinct from decided_by)),
  check ((phone_index is null) = (phone_sealed is null) and (phone_index is null) = (display_name is null)),
  constraint phones_of_offers_go check (decided_at is null or phone_sealed is null),
  check (decided_at is not null or (person_id is null) = (phone_sealed is not null))
);
create index role_offer_open on identity.role_offer (id) where decided_at is null;
create index role_offer_given on identity.role_offer (person_id, decided_at) where outcome = 'given';

grant select, insert, update (person_id, display_name, phone_index, phone_sealed, decided_by, decided_at, outcome, grant_id)
  on identity.role_offer to xihuo_app;
revoke select on identity.role_offer from xihuo_auditor;
grant select (id, person_id, role, jurisdiction, reason, proposed_by, proposed_at, decided_by, decided_at, outcome, grant_id)
  on identity.role_offer to xihuo_auditor;
