-- A number of law or local policy changes by two: one operator proposes it for a later day, with its source, another decides. The
-- setting itself stays what everything reads; it is written once a proposal is approved.
create table registry.policy_proposal (
  id uuid primary key default uuidv7(),
  key text not null,
  value jsonb not null,
  effective_from date not null,
  source text not null,
  reason text not null,
  state text not null default 'proposed' check (state in ('proposed', 'approved', 'refused', 'withdrawn')),
  -- Ids of identity's; no key across contexts.
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decided_reason text,
  check ((state = 'proposed') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null)),
  check ((decided_by is null) = (decided_reason is null)),
  check (state not in ('approved', 'refused') or decided_by <> proposed_by),
  check (state <> 'withdrawn' or decided_by = proposed_by)
);
create unique index policy_proposal_open on registry.policy_proposal (key, effective_from) where state = 'proposed';

grant select, insert, update on registry.policy_proposal to xihuo_app;
grant select on registry.policy_proposal to xihuo_auditor;
