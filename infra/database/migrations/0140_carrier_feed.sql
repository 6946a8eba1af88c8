-- What carriers say of parcels comes as a stream: kept as it came before anything is done with it, then laid on the parcels.

create table ordering.carrier_inbox (
  id uuid primary key default uuidv7(),
  feed text not null,
  -- The feed's own name of it: a repeat is no second event.
  event_id text not null,
  carrier text not null,
  tracking_number text not null,
  kind text not null,
  place text,
  note text,
  happened_at timestamptz not null,
  received_at timestamptz not null,
  -- Null as long as no parcel of ours has this number: carriers are sometimes faster than suppliers.
  handled_at timestamptz,
  outcome text check (outcome in ('applied', 'repeated', 'unknownKind', 'nobodysParcel', 'otherParcel')),
  unique (feed, event_id)
);
create index carrier_inbox_open on ordering.carrier_inbox (carrier, tracking_number) where handled_at is null;

-- How far a feed was read.
create table ordering.carrier_feed (
  feed text primary key,
  place text not null,
  asked_at timestamptz not null
);

create index shipment_tracking on ordering.shipment (carrier, tracking_number);

alter table ordering.parcel_event
  drop constraint parcel_event_kind_check,
  add constraint parcel_event_kind_check
    check (kind in ('accepted', 'inTransit', 'outForDelivery', 'delivered', 'problem', 'returned', 'lost'));
create index parcel_event_of on ordering.parcel_event (shipment_id, happened_at);

grant select, insert, update on ordering.carrier_inbox, ordering.carrier_feed to xihuo_app;
grant select on ordering.carrier_inbox, ordering.carrier_feed to xihuo_auditor;
