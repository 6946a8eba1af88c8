-- Organisations buy: on terms the law allows, by people with duties and limits, at tier prices, and pay by bank transfer once
-- they have accepted the goods. Until then the books say what each organisation owes.

-- What is owed never falls below nothing; what an organisation has paid ahead is its own account, never mixed with another's.
alter table ledger.account drop constraint account_code_check, add constraint account_code_check check (code in
  ('institution', 'orderClearing', 'platformFee', 'supplierPayable', 'supplierDebt', 'obligationControl', 'householdPayable',
   'refundReceivable', 'platformSubsidy', 'disputeHold', 'funderDebt', 'supplierSubsidy', 'buyerReceivable', 'buyerCredit'));

alter table ordering.customer_order
  -- Null where a person buys for themselves.
  add column organisation_id uuid,
  drop constraint customer_order_state_check,
  add constraint customer_order_state_check check (state in ('awaitingPayment', 'expiring', 'onTerms', 'paid', 'cancelled')),
  add constraint only_organisations_buy_on_terms check (state <> 'onTerms' or organisation_id is not null);
create index customer_order_organisation on ordering.customer_order (organisation_id, id) where organisation_id is not null;

create or replace view ordering.order_line_v as
  select line.id, line.order_id, line.supplier_order_id, line.sku_id, line.quantity, line.unit_price_fen, line.amount_fen,
         line.product_id, line.product_slug, line.product_name, line.pack, line.net_grams, line.perishable,
         supplier_order.supplier_id, supplier_order.state, supplier_order.released_at, customer_order.number as order_number,
         customer_order.fee_rule_version, customer_order.placed_at,
         line.goods_fen, line.discount_fen, line.funded_fen, line.freight_fen, supplier_order.settled_at, customer_order.organisation_id
    from ordering.order_line line
    join ordering.supplier_order on supplier_order.id = line.supplier_order_id
    join ordering.customer_order on customer_order.id = line.order_id;

-- How an organisation buys: the terms that hold for its next purchase order. Each order keeps those it was made under.
create table ordering.business_account (
  organisation_id uuid primary key,
  -- Which term the law gives it (保障中小企业款项支付条例).
  payer_kind text not null check (payer_kind in ('publicBuyer', 'largeFirm', 'otherFirm')),
  payment text not null check (payment in ('onTerms', 'payFirst')),
  term_days integer check (term_days between 1 and 365),
  -- Where a longer term than the law's own was agreed in writing.
  contract_reference text,
  -- What it may owe and have under way at once.
  credit_limit_fen bigint not null default 0 check (credit_limit_fen >= 0),
  -- Its approval chain: step n is needed from this sum on.
  approval_from_fen bigint[] not null default '{}',
  updated_at timestamptz not null,
  constraint terms_have_days check ((payment = 'onTerms') = (term_days is not null))
);

-- Who does what for an organisation. The right to act for it at all is the grant; a duty without one is worth nothing.
create table ordering.business_member (
  organisation_id uuid not null references ordering.business_account,
  person_id uuid not null,
  duties text[] not null check (duties <@ array['order', 'approve', 'receive', 'pay', 'manage']),
  -- Up to this sum an order of this person needs nobody's approval.
  limit_fen bigint not null default 0 check (limit_fen >= 0),
  -- The highest step of the chain this person decides.
  approval_level smallint check (approval_level between 1 and 5),
  updated_at timestamptz not null,
  primary key (organisation_id, person_id),
  constraint approvers_have_a_level check (('approve' = any (duties)) = (approval_level is not null))
);
create index business_member_person on ordering.business_member (person_id);

-- Where goods are brought to, and whom the driver calls: sealed as every address is.
create table ordering.delivery_site (
  id uuid primary key,
  organisation_id uuid not null references ordering.business_account,
  name text not null,
  region_code text not null,
  sealed bytea not null,
  masked jsonb not null,
  storage text[] not null,
  receiving_hours text not null,
  closed_at timestamptz
);
create index delivery_site_organisation on ordering.delivery_site (organisation_id, id);

create table ordering.purchase_order (
  id uuid primary key,
  number text not null constraint purchase_order_number_key unique,
  organisation_id uuid not null references ordering.business_account,
  site_id uuid not null references ordering.delivery_site,
  state text not null check (state in ('awaitingApproval', 'issued', 'rejected', 'withdrawn')),
  -- Frozen when it was made: payment, days, whose law, acceptance period, late interest.
  terms jsonb not null,
  amount_fen bigint not null check (amount_fen > 0),
  note text not null,
  -- Steps of the chain it needs, in order; empty where the buyer's own limit was enough.
  levels smallint[] not null,
  requested_by uuid not null,
  requested_at timestamptz not null,
  issued_at timestamptz,
  order_id uuid unique references ordering.customer_order,
  -- What the bank transfer names, so that money finds its order.
  pay_code text not null constraint purchase_order_pay_code_key unique,
  constraint issued_is_an_order check ((state = 'issued') = (order_id is not null) and (order_id is null) = (issued_at is null))
);
create index purchase_order_organisation on ordering.purchase_order (organisation_id, id);

create table ordering.purchase_line (
  purchase_order_id uuid not null references ordering.purchase_order,
  position smallint not null,
  sku_id uuid not null,
  quantity integer not null check (quantity > 0),
  -- The price of the tier when it was made; another one is never charged.
  unit_price_fen bigint not null check (unit_price_fen > 0),
  product_name text not null,
  pack text not null,
  supplier_name text not null,
  primary key (purchase_order_id, position),
  unique (purchase_order_id, sku_id)
);

create table ordering.purchase_step (
  purchase_order_id uuid not null references ordering.purchase_order,
  level smallint not null,
  decision text not null check (decision in ('approved', 'rejected')),
  decided_by uuid not null,
  note text not null,
  decided_at timestamptz not null,
  primary key (purchase_order_id, level),
  -- Four eyes: one person decides one step of an order.
  unique (purchase_order_id, decided_by)
);

-- What an organisation owes for one supplier's part, from its acceptance on.
create table ordering.receivable (
  supplier_order_id uuid primary key references ordering.supplier_order,
  organisation_id uuid not null references ordering.business_account,
  purchase_order_id uuid not null references ordering.purchase_order,
  amount_fen bigint not null check (amount_fen >= 0),
  paid_fen bigint not null default 0 check (paid_fen >= 0),
  -- By credit notes: what was still owed, and what had been paid and stands to the organisation's credit since.
  credited_fen bigint not null default 0 check (credited_fen >= 0),
  credited_paid_fen bigint not null default 0 check (credited_paid_fen >= 0),
  open_fen bigint not null generated always as (amount_fen - paid_fen - credited_fen) stored check (open_fen >= 0),
  accepted_at timestamptz not null,
  due_on date not null,
  constraint never_more_back_than_paid check (credited_paid_fen <= paid_fen)
);
create index receivable_open on ordering.receivable (organisation_id, due_on, supplier_order_id) where open_fen > 0;
create index receivable_purchase on ordering.receivable (purchase_order_id);

create table ordering.credit_note (
  id uuid primary key default uuidv7(),
  number text not null constraint credit_note_number_key unique,
  supplier_order_id uuid not null references ordering.receivable,
  -- Whose decision it is: a claim that was accepted, an award.
  source_kind text not null check (source_kind in ('afterSale', 'award')),
  source_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  made_at timestamptz not null,
  unique (source_kind, source_id, supplier_order_id)
);
create index credit_note_part on ordering.credit_note (supplier_order_id);

create table ordering.bank_transfer (
  id uuid primary key,
  -- The bank's own name for it: the same transfer is entered once.
  bank_reference text not null constraint bank_transfer_reference_key unique,
  received_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  payer_name text not null,
  remark text not null,
  organisation_id uuid references ordering.business_account,
  purchase_order_id uuid references ordering.purchase_order,
  -- By the code in its remark, or by a person who says why.
  matched_by text check (matched_by in ('code', 'person')),
  match_note text,
  matched_at timestamptz,
  entered_at timestamptz not null,
  constraint matched_to_somebody check ((matched_at is null) = (organisation_id is null) and (matched_at is null) = (matched_by is null))
);
create index bank_transfer_waiting on ordering.bank_transfer (id) where matched_at is null;
create index bank_transfer_organisation on ordering.bank_transfer (organisation_id, id) where organisation_id is not null;

-- Which part was paid with what stood to the organisation's credit.
create table ordering.receivable_payment (
  id uuid primary key default uuidv7(),
  supplier_order_id uuid not null references ordering.receivable,
  -- What it was paid with: this transfer, or the rest of earlier ones.
  transfer_id uuid references ordering.bank_transfer,
  amount_fen bigint not null check (amount_fen > 0),
  paid_at timestamptz not null
);
create index receivable_payment_part on ordering.receivable_payment (supplier_order_id);

create view ordering.purchase_order_v as
  select id, number, organisation_id, state, amount_fen, requested_at, issued_at, order_id from ordering.purchase_order;
create view ordering.receivable_v as select * from ordering.receivable;

grant select, insert on ordering.business_account, ordering.business_member, ordering.delivery_site, ordering.purchase_order,
  ordering.purchase_line, ordering.purchase_step, ordering.receivable, ordering.credit_note, ordering.bank_transfer,
  ordering.receivable_payment to xihuo_app;
grant update (payer_kind, payment, term_days, contract_reference, credit_limit_fen, approval_from_fen, updated_at)
  on ordering.business_account to xihuo_app;
grant update (duties, limit_fen, approval_level, updated_at) on ordering.business_member to xihuo_app;
grant update (closed_at) on ordering.delivery_site to xihuo_app;
grant update (state, issued_at, order_id) on ordering.purchase_order to xihuo_app;
grant update (paid_fen, credited_fen, credited_paid_fen) on ordering.receivable to xihuo_app;
grant update (organisation_id, purchase_order_id, matched_by, match_note, matched_at) on ordering.bank_transfer to xihuo_app;
grant select on ordering.purchase_order_v, ordering.receivable_v to xihuo_app;
grant select on ordering.business_account, ordering.business_member, ordering.purchase_order, ordering.purchase_line,
  ordering.purchase_step, ordering.receivable, ordering.credit_note, ordering.bank_transfer, ordering.receivable_payment,
  ordering.purchase_order_v, ordering.receivable_v to xihuo_auditor;
