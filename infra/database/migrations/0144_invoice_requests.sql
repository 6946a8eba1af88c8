-- An organisation asks a supplier for an invoice over what it accepted in a month. The supplier issues it at the tax authority, not
-- here, and says what was issued; no number is ever made up. What goes back afterwards is corrected by a red note.

create table ordering.invoice_request (
  id uuid primary key,
  organisation_id uuid not null references ordering.business_account,
  supplier_id uuid not null,
  -- Of the acceptance, Asia/Shanghai.
  month text not null check (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
  kind text not null check (kind in ('ordinary', 'special')),
  title text not null check (title <> ''),
  taxpayer_number text not null check (taxpayer_number ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  address text not null,
  phone text not null,
  bank_name text not null,
  bank_account text not null,
  state text not null check (state in ('requested', 'issued', 'contested', 'confirmed', 'declined', 'withdrawn')),
  -- Why it was declined or contested last.
  reason text not null default '',
  requested_by uuid not null,
  requested_at timestamptz not null,
  -- Whoever has to act does so by the end of this day: the supplier on a request, the buyer on an invoice.
  due_on date,
  -- Something went back of what was invoiced: the red note is due.
  red_due_on date,
  constraint special_names_the_bank
    check (kind <> 'special' or (address <> '' and phone <> '' and bank_name <> '' and bank_account <> '')),
  constraint somebody_has_to_act check ((due_on is not null) = (state in ('requested', 'issued', 'contested'))),
  constraint red_of_what_was_issued check (red_due_on is null or state in ('issued', 'contested', 'confirmed'))
);
create index invoice_request_organisation on ordering.invoice_request (organisation_id, id);
create index invoice_request_supplier on ordering.invoice_request (supplier_id, id);
create index invoice_request_waiting on ordering.invoice_request (due_on, id) where due_on is not null;
create index invoice_request_red on ordering.invoice_request (red_due_on, id) where red_due_on is not null;

create table ordering.invoice_item (
  request_id uuid not null references ordering.invoice_request,
  supplier_order_id uuid not null references ordering.supplier_order,
  -- All that was paid or is owed of the part and has not gone back: as asked, and from the invoice on as it was invoiced.
  fen bigint not null check (fen >= 0),
  red_fen bigint not null default 0,
  is_live boolean not null default true,
  primary key (request_id, supplier_order_id),
  constraint never_more_red_than_invoiced check (red_fen between 0 and fen)
);
-- What was asked for and neither declined nor taken back is not asked for again, however many ask at once.
create unique index invoice_item_once on ordering.invoice_item (supplier_order_id) where is_live;

create table ordering.invoice_file (
  file_id uuid primary key,
  request_id uuid not null references ordering.invoice_request,
  uploaded_at timestamptz not null
);
create index invoice_file_request on ordering.invoice_file (request_id);

create table ordering.invoice_paper (
  id uuid primary key,
  request_id uuid not null references ordering.invoice_request,
  supplier_id uuid not null,
  kind text not null check (kind in ('invoice', 'redNote')),
  -- As the tax authority gave it: twenty digits, or code and number of a paper invoice.
  number text not null check (number ~ '^([0-9]{18}|[0-9]{20})$'),
  issued_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  file_id uuid not null unique references ordering.invoice_file,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  -- Another invoice was issued in its place.
  replaced_at timestamptz,
  constraint invoice_number_once unique (supplier_id, number)
);
create index invoice_paper_request on ordering.invoice_paper (request_id);
create unique index invoice_that_stands on ordering.invoice_paper (request_id) where kind = 'invoice' and replaced_at is null;

-- Which lateness the two sides were told of: one a week, of one due day.
create table ordering.invoice_told (
  request_id uuid not null references ordering.invoice_request,
  due_on date not null,
  step smallint not null check (step > 0),
  told_at timestamptz not null,
  primary key (request_id, due_on, step)
);

grant select, insert on ordering.invoice_request, ordering.invoice_item, ordering.invoice_file, ordering.invoice_paper,
  ordering.invoice_told to xihuo_app;
grant update (state, reason, due_on, red_due_on) on ordering.invoice_request to xihuo_app;
grant update (fen, red_fen, is_live) on ordering.invoice_item to xihuo_app;
grant update (replaced_at) on ordering.invoice_paper to xihuo_app;
grant select on ordering.invoice_request, ordering.invoice_item, ordering.invoice_file, ordering.invoice_paper,
  ordering.invoice_told to xihuo_auditor;
