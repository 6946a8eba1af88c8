import { statement } from '@xihuo/platform';
import { IS_SHARED } from './carrier.sql';

export interface SignalRow {
  supplier_id: string;
  kind: 'order' | 'return' | 'lateShipment' | 'selfDealing' | 'sharedTracking';
  day: string;
  amount: bigint;
}

const DAY = (moment: string) => `((${moment}) at time zone 'Asia/Shanghai')::date`;

/**
 * What orders say about suppliers, by business date from $1 on, a number each: parts that were paid (or go on terms), claims of
 * goods that arrived, parts not sent within the hours that were kept with them when they were ordered, or by the rule of the day they were
 * paid where none were (on the day they became late), and parts bought by people of
 * the supplier itself, signed in or as guests with a phone of theirs, and parcels whose number is also that of a parcel to somebody else. A claim that was withdrawn is told as none: what was told before would stand. Ids are ordered by time, so only parts of the last days are read.
 */
export const signalsOfOrders = statement<SignalRow>(
  'ordering.signals_of_orders',
  `with part as materialized (
     select part.id, part.supplier_id, part.state, part.shipped_at, part.ship_within_hours, placed.person_id, placed.phone_index, coalesce(placed.paid_at, placed.placed_at) as since
       from ordering.supplier_order part join ordering.customer_order placed on placed.id = part.order_id
      where part.id > (select uuidv7(interval '-14 days')) and part.state not in ('awaitingPayment', 'cancelled')
   ), hours as materialized (
     select day, make_interval(hours => registry.policy_on('fulfilment.shipWithinHours', day)::text::integer) as within
       from (select distinct ${DAY('since')} as day from part) paid
   ), seen as (
     select supplier_id, 'order' as kind, ${DAY('since')} as day, 1 as number from part
     union all
     select supplier_id, 'selfDealing', ${DAY('since')}, 1 from part
      where exists (select from identity.role_grant_v own
                     where own.organisation_id = part.supplier_id
                       and (own.person_id = part.person_id
                            or exists (select from identity.phone_v phone
                                        where phone.person_id = own.person_id and phone.phone_index = part.phone_index)))
     union all
     select part.supplier_id, 'sharedTracking', ${DAY('parcel.shipped_at')}, 1
       from part join ordering.shipment parcel on parcel.supplier_order_id = part.id
      where ${IS_SHARED('parcel')}
     union all
     select supplier_id, 'lateShipment', ${DAY('due')}, 1
       from (select part.*, since + coalesce(make_interval(hours => part.ship_within_hours), hours.within) as due
               from part join hours on hours.day = ${DAY('since')}) timed
      where coalesce(shipped_at, platform.business_now()) > due
     union all
     select supplier_id, 'return', ${DAY('requested_at')}, case state when 'withdrawn' then 0 else 1 end
       from ordering.after_sale
      where id > (select uuidv7(interval '-14 days')) and kind in ('damage', 'return', 'refundOnly', 'exchange', 'resend')
   )
   select supplier_id, kind, day::text, sum(number)::bigint as amount from seen where day >= $1::date group by 1, 2, 3`,
);
