import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';

export const placeOfFeed = statement<{ place: string }>(
  'ordering.place_of_feed',
  'select place from ordering.carrier_feed where feed = $1',
);

export const keepPlaceOfFeed = statement(
  'ordering.keep_place_of_feed',
  `insert into ordering.carrier_feed (feed, place, asked_at) values ($1, $2, $3)
   on conflict (feed) do update set place = excluded.place, asked_at = excluded.asked_at`,
);

/** Kept as it came; what is here already is left alone. */
export const keepCarrierEvents = statement(
  'ordering.keep_carrier_events',
  `insert into ordering.carrier_inbox (feed, event_id, carrier, tracking_number, kind, place, note, happened_at, received_at)
   select $1, item.*, $9 from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[])
       as item (event_id, carrier, tracking_number, kind, place, note, happened_at)
   on conflict (feed, event_id) do nothing`,
);

/** Days for which an event waits for its parcel, and by which it may be older than the parcel it is about, which suppliers write
 * down late; nothing is delivered before it was sent: numbers come again. */
const WAITS_DAYS = 30;
const OLDER_DAYS = 2;

/** Days within which a carrier gives a number to one parcel only. */
const NUMBER_DAYS = 60;

/** Whether the number of `parcel` is also that of a parcel to somebody else: one of them was never sent by it, and nobody knows which. */
export const IS_SHARED = (parcel: string): string => `
  exists (select from ordering.shipment other
            join ordering.supplier_order other_part on other_part.id = other.supplier_order_id
            join ordering.customer_order theirs on theirs.id = other_part.order_id
            join ordering.supplier_order own_part on own_part.id = ${parcel}.supplier_order_id
            join ordering.customer_order own on own.id = own_part.order_id
           where (other.carrier, other.tracking_number) = (${parcel}.carrier, ${parcel}.tracking_number) and other.id <> ${parcel}.id
             and abs(extract(epoch from other.shipped_at - ${parcel}.shipped_at)) < ${NUMBER_DAYS * 86_400}
             and theirs.phone_index <> own.phone_index)`;

/** Whoever works events off does it alone: of two that hold news of one parcel neither would see the other's, and the older might stay. */
export const workOffAlone = statement(
  'ordering.work_off_carrier_events_alone',
  `select pg_advisory_xact_lock(hashtextextended('ordering.carrier_inbox', 0))`,
);

/** Takes events whose parcel is known, with those nobody will ever have a parcel for, and says what each means. */
export const workOffCarrierEvents = statement<{
  shipment_id: string;
  supplier_order_id: string;
  order_id: string;
  supplier_id: string;
  kind: machines.ParcelKind;
  /** Its number is another parcel's too: what is said may be said of that. */
  is_shared: boolean;
}>(
  'ordering.work_off_carrier_events',
  `with open as (
     select inbox.* from ordering.carrier_inbox inbox
      where handled_at is null
        and (inbox.received_at < $1::timestamptz - interval '${WAITS_DAYS} days' or inbox.kind <> all ($2::text[])
             or exists (select from ordering.shipment where (shipment.carrier, shipment.tracking_number) = (inbox.carrier, inbox.tracking_number)))
      order by inbox.id limit $3
   ), about as (
     select open.id, open.kind, open.place, open.note, open.happened_at, open.received_at, shipment.id as shipment_id
       from open join ordering.shipment on (shipment.carrier, shipment.tracking_number) = (open.carrier, open.tracking_number)
      where open.kind = any ($2::text[])
        and open.happened_at >= shipment.shipped_at - case open.kind when 'delivered' then interval '0' else interval '${OLDER_DAYS} days' end
   ), kept as (
     insert into ordering.parcel_event (shipment_id, kind, place, note, happened_at, received_at)
     select shipment_id, kind, place, note, happened_at, received_at from about order by shipment_id, happened_at, kind
     on conflict (shipment_id, kind, happened_at) do nothing
     returning shipment_id, kind, happened_at
   ), closed as (
     update ordering.carrier_inbox
        set handled_at = $1, outcome = case
              when carrier_inbox.kind <> all ($2::text[]) then 'unknownKind'
              when exists (select from about join kept using (shipment_id, kind, happened_at) where about.id = carrier_inbox.id) then 'applied'
              when exists (select from about where about.id = carrier_inbox.id) then 'repeated'
              when exists (select from ordering.shipment
                            where (shipment.carrier, shipment.tracking_number) = (carrier_inbox.carrier, carrier_inbox.tracking_number)) then 'otherParcel'
              else 'nobodysParcel' end
       from open where carrier_inbox.id = open.id
   )
   select kept.shipment_id, shipment.supplier_order_id, part.order_id, part.supplier_id, kept.kind, ${IS_SHARED('shipment')} as is_shared
     from kept join ordering.shipment on shipment.id = kept.shipment_id
     join ordering.supplier_order part on part.id = shipment.supplier_order_id
    order by kept.shipment_id, kept.happened_at`,
);

/**
 * Where parcels stand by all that was said of them, in whichever order it came. The clock of automatic receipt begins when we heard
 * that it was delivered, since before that nobody could look; a parcel that went back or was lost has none, nor one whose number is also
 * that of a parcel to somebody else.
 */
export const retellParcels = statement(
  'ordering.retell_parcels',
  `insert into ordering.parcel_news (shipment_id, kind, happened_at, delivered_at)
   select shipment.id, last.kind, last.happened_at,
          case when last.kind not in ('returned', 'lost') and not ${IS_SHARED('shipment')} then
            (select min(greatest(happened_at, received_at)) from ordering.parcel_event
              where shipment_id = shipment.id and kind = 'delivered') end
     from ordering.shipment cross join lateral (
       select kind, happened_at from ordering.parcel_event where shipment_id = shipment.id
        order by happened_at desc, array_position($2::text[], kind) desc limit 1) last
    where shipment.id = any ($1::uuid[]) order by shipment.id
   on conflict (shipment_id) do update
     set kind = excluded.kind, happened_at = excluded.happened_at, delivered_at = excluded.delivered_at`,
);

/** What lies in a parcel, line by line, and who of its supplier is told; $1 the parcel. */
export const parcelToClaim = statement<{
  line_id: string;
  packs: number;
  carrier: string;
  tracking_number: string;
  order_number: string;
  supplier_people: string[];
  /** The claim in answer to which it was sent. */
  case_id: string | null;
}>(
  'ordering.parcel_to_claim',
  `select inside.line_id, inside.packs, shipment.carrier, shipment.tracking_number, customer_order.number as order_number,
          array(select distinct person_id from identity.role_grant_v
                 where role = 'supplier' and organisation_id = part.supplier_id order by person_id) as supplier_people,
          shipment.case_id
     from ordering.shipment_line inside join ordering.shipment on shipment.id = inside.shipment_id
     join ordering.supplier_order part on part.id = shipment.supplier_order_id
     join ordering.customer_order on customer_order.id = part.order_id
    where inside.shipment_id = $1 order by inside.line_id`,
);
