-- What a payer's bank takes back: a case as soon as the provider speaks of it, closed where it is won, booked where it is lost.
create table payment.chargeback (
  provider text not null,
  -- The provider's own name of it; of its lines on the bill too.
  ref text not null,
  payment_id uuid not null references payment.payment,
  amount_fen bigint not null check (amount_fen > 0),
  state text not null check (state in ('open', 'won', 'lost')),
  told_at timestamptz not null,
  opened_at timestamptz not null,
  primary key (provider, ref)
);
create index chargeback_open on payment.chargeback (provider, ref) where state = 'open';
create index chargeback_payment on payment.chargeback (payment_id);

grant select, insert on payment.chargeback to xihuo_app;
grant update (amount_fen, state, told_at) on payment.chargeback to xihuo_app;
grant select on payment.chargeback to xihuo_auditor;
