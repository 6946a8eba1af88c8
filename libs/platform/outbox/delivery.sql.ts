import type { EventName } from '@xihuo/contract';
import { statement } from '../database/statement';

export interface EventRow {
  id: string;
  name: EventName;
  payload: unknown;
  request_id: string;
  occurred_at: Date;
}

/**
 * Notes events as consumed and reads those that were not before. A neighbour that is working on one of them makes this
 * wait until it commits (then the event is not ours) or rolls back (then it is).
 */
export const consumeEvents = statement<EventRow>(
  'platform.consume_events',
  `with fresh as (
     insert into platform.consumed_event (consumer, event_id)
     select $1, wanted.id from unnest($2::uuid[]) as wanted (id)
      where not exists (select from platform.dead_letter dead where dead.consumer = $1 and dead.event_id = wanted.id)
      order by wanted.id
     on conflict do nothing
     returning event_id)
   select event.id, event.name, event.payload, event.request_id, event.occurred_at
     from fresh join platform.outbox_event event on event.id = fresh.event_id
    order by event.id`,
);

export const buryEvents = statement(
  'platform.bury_events',
  `insert into platform.dead_letter (consumer, event_id, event_name, error, attempts)
   select $1, event.id, event.name, buried.error, event.dispatches
     from unnest($2::uuid[], $3::text[]) as buried (id, error) join platform.outbox_event event on event.id = buried.id
   on conflict do nothing`,
);
