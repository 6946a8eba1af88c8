import { statement } from '../database/statement';

/**
 * Takes events nobody has dispatched and says who is to have them. Two relays never take the same, and none waits for
 * another. Real time, not business time: a moved clock must not make events look lost.
 */
export const takeEvents = statement<{ taken: number; consumer: string | null; ids: string[] | null }>(
  'platform.take_events',
  `with waiting as (
     select id from platform.outbox_event where dispatched_at is null order by id limit $3 for update skip locked
   ), taken as (
     update platform.outbox_event event
        set dispatched_at = clock_timestamp(), dispatches = least(event.dispatches + 1, 30000)
       from waiting where event.id = waiting.id
     returning event.id, event.name
   ), wanted as (
     select subscription.consumer, taken.id
       from taken join unnest($1::text[], $2::text[]) as subscription (consumer, event) on subscription.event = taken.name
      where not exists (select from platform.consumed_event done
                         where done.consumer = subscription.consumer and done.event_id = taken.id)
        and not exists (select from platform.dead_letter dead
                         where dead.consumer = subscription.consumer and dead.event_id = taken.id)
   )
   select (select count(*) from taken)::integer as taken, batch.consumer, batch.ids
     from (select 1) as once left join
          (select consumer, array_agg(id::text order by id) as ids from wanted group by consumer) as batch on true`,
);

/** Gives back what could not be put into the queue. */
export const giveBack = statement(
  'platform.give_back_events',
  'update platform.outbox_event set dispatched_at = null where id = any($1::uuid[]) and done_at is null',
);

/** Done are events that each of their consumers has worked off; an event nobody wants is done at once. */
export const finishEvents = statement<{ finished: number }>(
  'platform.finish_events',
  `with finished as (
     update platform.outbox_event event set done_at = clock_timestamp()
      where event.done_at is null and event.dispatched_at is not null
        and not exists (
          select from unnest($1::text[], $2::text[]) as subscription (consumer, event)
           where subscription.event = event.name
             and not exists (select from platform.consumed_event done
                              where done.consumer = subscription.consumer and done.event_id = event.id))
     returning 1)
   select count(*)::integer as finished from finished`,
);

/**
 * Events that were dispatched and then heard of no more are dispatched again: their job went with a queue store or a worker.
 * The wait doubles each time, so that a long queue is not made longer; where the queue stands empty, nothing is on its way.
 */
export const reclaimEvents = statement<{ reclaimed: number }>(
  'platform.reclaim_events',
  `with lost as (
     update platform.outbox_event event set dispatched_at = null
      where event.done_at is null
        and event.dispatched_at < clock_timestamp() - $3::double precision * interval '1 millisecond'
              * (case when $4 then 1 else power(2, least(event.dispatches, 10)) end)
        and exists (
          select from unnest($1::text[], $2::text[]) as subscription (consumer, event)
           where subscription.event = event.name
             and not exists (select from platform.consumed_event done
                              where done.consumer = subscription.consumer and done.event_id = event.id)
             and not exists (select from platform.dead_letter dead
                              where dead.consumer = subscription.consumer and dead.event_id = event.id))
     returning 1)
   select count(*)::integer as reclaimed from lost`,
);

export const anyUnderWay = statement<{ under_way: boolean }>(
  'platform.any_under_way',
  `select exists (select from platform.outbox_event where done_at is null and dispatched_at is not null) as under_way`,
);

export const countOutbox = statement<{ waiting: number; under_way: number; dead: number }>(
  'platform.count_outbox',
  `select (select count(*) from platform.outbox_event where dispatched_at is null)::integer as waiting,
          (select count(*) from platform.outbox_event where done_at is null and dispatched_at is not null)::integer as under_way,
          (select count(*) from platform.dead_letter)::integer as dead`,
);
