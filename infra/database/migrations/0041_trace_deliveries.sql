-- Deliveries at the scale: recorded by a clerk, confirmed by the household or witnessed, contested, corrected by a new row.

alter table trace.delivery
  add supplier_id uuid,
  add state text not null default 'confirmed'
    check (state in ('recorded', 'witnessed', 'confirmed', 'contested', 'corrected')),
  add row_version integer not null default 1,
  -- A line of a signed sheet is one a household, lot and day; the scale makes ids of its own.
  add entered text not null default 'sheet' check (entered in ('sheet', 'scale')),
  -- Its yield stands in the lot's balance.
  add counts boolean not null default true,
  add grade text not null default 'ungraded',
  add price_fen_per_kg bigint check (price_fen_per_kg > 0),
  add recorded_at timestamptz,
  add recorded_by text,
  add ticket_file_id uuid references trace.lot_paper,
  add note text,
  add confirmed_how text check (confirmed_how in ('phone', 'code', 'silence', 'sheet')),
  add witness_name text,
  add witness_role text,
  add witness_file_id uuid references trace.lot_paper,
  add witnessed_at timestamptz,
  add confirms_on date,
  add contest_reason text,
  add contested_at timestamptz,
  -- The first row of what was corrected, and the row this one stands for: one at most.
  add root_id uuid references trace.delivery,
  add replaces_id uuid unique references trace.delivery,
  add correction_reason text,
  drop constraint delivery_lot_id_household_id_delivered_on_key;
update trace.delivery
   set supplier_id = lot.supplier_id, recorded_at = coalesce(delivery.confirmed_at, lot.created_at),
       recorded_by = coalesce(delivery.confirmed_by, 'sheet'), confirmed_how = 'sheet'
  from trace.lot where lot.id = delivery.lot_id;
alter table trace.delivery
  alter supplier_id set not null,
  alter recorded_at set not null,
  alter recorded_by set not null,
  add check (state <> 'confirmed' or (confirmed_at is not null and confirmed_how is not null)),
  add check (state <> 'witnessed' or (witnessed_at is not null and witness_name is not null and confirms_on is not null)),
  add check (state <> 'contested' or contest_reason is not null),
  add check (state not in ('recorded', 'corrected') or not counts),
  add check (replaces_id is null or (root_id is not null and correction_reason is not null));
create unique index delivery_sheet on trace.delivery (lot_id, household_id, delivered_on) where entered = 'sheet';
create index delivery_lot on trace.delivery (lot_id, household_id) where counts;
create index delivery_lot_open on trace.delivery (lot_id) where state in ('recorded', 'witnessed', 'contested');
create index delivery_supplier on trace.delivery (supplier_id, id desc);
create index delivery_silent on trace.delivery (confirms_on) where state = 'witnessed';
create index delivery_root on trace.delivery (root_id) where root_id is not null;

-- One code at a time for one delivery; keyed, since six digits under a plain hash are found in a blink.
create table trace.delivery_code (
  delivery_id uuid primary key references trace.delivery,
  code_hash bytea not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > sent_at),
  tries smallint not null default 0 check (tries between 0 and 5),
  sends smallint not null default 1 check (sends between 1 and 5),
  used_at timestamptz
);

drop view trace.lot_v;
create view trace.lot_v as
  select lot.*, (select count(distinct household_id) from trace.delivery where delivery.lot_id = lot.id and counts)::int as households
    from trace.lot;
-- What stands in a lot: confirmed, or witnessed and not yet replaced.
create or replace view trace.delivery_v as
  select id, lot_id, household_id, grams, delivered_on, confirmed_at, supplier_id, state, grade, price_fen_per_kg, yield_grams
    from trace.delivery where counts;

-- Weight, household, lot and day of a delivery are never written over; a correction is a row of its own.
revoke update on trace.delivery from xihuo_app;
grant update (state, row_version, counts, confirmed_at, confirmed_by, confirmed_how, witness_name, witness_role, witness_file_id,
  witnessed_at, confirms_on, contest_reason, contested_at) on trace.delivery to xihuo_app;
grant select, insert, update on trace.delivery_code to xihuo_app;
grant select on trace.lot_v, trace.delivery_v to xihuo_app, xihuo_auditor;
revoke select on trace.delivery_code from xihuo_auditor;
