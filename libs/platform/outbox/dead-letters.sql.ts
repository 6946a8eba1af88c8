import { statement } from '../database/statement';

export interface DeadLettersRow {
  consumer: string;
  event_name: string;
  error: string;
  letters: number;
  most_attempts: number;
  first_failed_at: Date;
  last_failed_at: Date;
}

/** What was laid aside, those of one fault together, the newest first; the first hundred faults. */
export const listDeadLetters = statement<DeadLettersRow>(
  'platform.list_dead_letters',
  `select consumer, event_name, error, count(*)::integer as letters, max(attempts) as most_attempts,
          min(failed_at) as first_failed_at, max(failed_at) as last_failed_at
     from platform.dead_letter group by consumer, event_name, error order by last_failed_at desc, consumer limit 100`,
);

/** Takes letters of one fault ($1 consumer, $2 event, $3 error) out again, the oldest first, at most $4; of two at once each takes its own. */
export const exhumeEvents = statement<{ event_id: string }>(
  'platform.exhume_events',
  `delete from platform.dead_letter letter
    using (select consumer, event_id from platform.dead_letter
            where consumer = $1 and event_name = $2 and error = $3 order by event_id limit $4 for update skip locked) taken
    where letter.consumer = taken.consumer and letter.event_id = taken.event_id
   returning letter.event_id`,
);

export const dispatchAgain = statement(
  'platform.dispatch_again',
  'update platform.outbox_event set dispatched_at = null where id = any($1::uuid[]) and done_at is null',
);
