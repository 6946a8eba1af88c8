-- Who gave an organisation which terms, when and why: every change is a row, and none is written over.
create table ordering.business_terms (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references ordering.business_account,
  payer_kind text not null,
  payment text not null,
  term_days integer,
  contract_reference text,
  credit_limit_fen bigint not null check (credit_limit_fen >= 0),
  reason text not null check (reason <> ''),
  -- Null where nobody in particular did: what was there before changes were written down.
  set_by uuid,
  set_at timestamptz not null
);
create index business_terms_organisation on ordering.business_terms (organisation_id, id);

insert into ordering.business_terms (organisation_id, payer_kind, payment, term_days, contract_reference, credit_limit_fen, reason, set_at)
select organisation_id, payer_kind, payment, term_days, contract_reference, credit_limit_fen, '沿用此前的条款', updated_at
  from ordering.business_account;

grant select, insert on ordering.business_terms to xihuo_app;
grant select on ordering.business_terms to xihuo_auditor;
