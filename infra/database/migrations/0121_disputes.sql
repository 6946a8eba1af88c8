-- Disputes about lines of a supplier order. A case is one row that says where it stands; what was said, shown and offered in it are
-- rows that nobody edits; its award is one row, and one group of the ledger.

create table dispute.dispute_case (
  id uuid primary key,
  order_id uuid not null,
  order_number text not null,
  supplier_order_id uuid not null,
  supplier_id uuid not null,
  -- Null for a guest, who follows the case by the order's token.
  buyer_id uuid,
  kind text not null check (kind in ('notReceived', 'short', 'damaged', 'notAsDescribed', 'quality', 'foodSafety', 'other')),
  state text not null default 'negotiating' check (state in
    ('negotiating', 'evidence', 'mediating', 'decided', 'appealed', 'referred', 'executed', 'withdrawn', 'lapsed')),
  held_fen bigint not null check (held_fen > 0),
  opened_at timestamptz not null,
  -- The last working day of the step it is at.
  due_on date,
  -- The talking ends here, whoever spoke last.
  negotiate_until date not null,
  waiting_for text check (waiting_for in ('buyer', 'supplier')),
  overdue_at timestamptz,
  -- The offer that stands is a message of the case.
  offer_id uuid,
  buyer_accepts boolean not null default false,
  supplier_accepts boolean not null default false,
  buyer_done boolean not null default false,
  supplier_done boolean not null default false,
  mediator_id uuid,
  decided_by uuid,
  decided_at timestamptz,
  decision_fen bigint check (decision_fen between 0 and held_fen),
  decision_reason text,
  appeal_by text check (appeal_by in ('buyer', 'supplier')),
  appealed_at timestamptz,
  appeal_statement text,
  -- Four eyes: whoever decided does not decide the appeal.
  appeal_decided_by uuid check (appeal_decided_by <> decided_by),
  appeal_decided_at timestamptz,
  appeal_fen bigint check (appeal_fen between 0 and held_fen),
  appeal_reason text,
  referred_by uuid,
  referred_at timestamptz,
  authority text,
  authority_reference text,
  referral_reason text,
  ended_at timestamptz,
  row_version integer not null default 1,
  check ((state in ('executed', 'withdrawn', 'lapsed')) = (ended_at is not null)),
  check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (decision_fen is null)
         and (decided_by is null) = (decision_reason is null)),
  check ((appeal_by is null) = (appealed_at is null) and (appeal_by is null) = (appeal_statement is null)),
  check ((appeal_decided_by is null) = (appeal_fen is null) and (appeal_decided_by is null) = (appeal_reason is null)
         and (appeal_decided_by is null) = (appeal_decided_at is null)),
  check ((referred_by is null) = (referred_at is null) and (referred_by is null) = (authority is null)),
  check (state not in ('decided', 'appealed') or decided_by is not null),
  check (state <> 'referred' or referred_by is not null)
);
create index dispute_order on dispute.dispute_case (order_id, id);
create index dispute_supplier on dispute.dispute_case (supplier_id, id desc);
create index dispute_due on dispute.dispute_case (due_on, id) where ended_at is null;

create table dispute.case_line (
  dispute_id uuid not null references dispute.dispute_case,
  line_id uuid not null,
  claimed_fen bigint not null check (claimed_fen > 0),
  -- Once awarded.
  refund_fen bigint check (refund_fen between 0 and claimed_fen),
  primary key (dispute_id, line_id)
);
create index case_line_line on dispute.case_line (line_id);

create table dispute.message (
  id uuid primary key,
  dispute_id uuid not null references dispute.dispute_case,
  side text not null check (side in ('buyer', 'supplier', 'mediator', 'platform')),
  words text not null,
  offer_fen bigint check (offer_fen >= 0),
  file_ids uuid[] not null default '{}',
  -- Null for a guest and for the platform's clock.
  person_id uuid,
  at timestamptz not null
);
create index message_case on dispute.message (dispute_id, id);

create table dispute.paper (
  file_id uuid primary key,
  dispute_id uuid not null references dispute.dispute_case,
  side text not null check (side in ('buyer', 'supplier')),
  media_type text not null,
  pages integer not null,
  kept_at timestamptz not null
);
create index paper_case on dispute.paper (dispute_id);

-- Who had a hand in a case: an appeal is decided by somebody who is not here.
create table dispute.case_part (
  dispute_id uuid not null references dispute.dispute_case,
  person_id uuid not null,
  part text not null check (part in ('mediator', 'decider', 'appealDecider', 'referrer', 'concluder')),
  acted_at timestamptz not null,
  primary key (dispute_id, person_id, part)
);

create table dispute.award (
  dispute_id uuid primary key references dispute.dispute_case,
  basis text not null check (basis in ('agreement', 'decision', 'appeal', 'authority')),
  refund_fen bigint not null check (refund_fen >= 0),
  release_fen bigint not null check (release_fen >= 0),
  ledger_group_id uuid not null unique,
  rule_version text not null,
  awarded_at timestamptz not null
);

create view dispute.case_v as
  select id, order_id, supplier_order_id, supplier_id, kind, state, held_fen, opened_at, due_on, ended_at from dispute.dispute_case;

grant select, insert on dispute.dispute_case, dispute.case_line, dispute.message, dispute.paper, dispute.case_part, dispute.award
  to xihuo_app;
grant update on dispute.dispute_case to xihuo_app;
grant update (refund_fen) on dispute.case_line to xihuo_app;
grant select on dispute.case_v to xihuo_app;
grant select on all tables in schema dispute to xihuo_auditor;
