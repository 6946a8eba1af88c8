import { statement } from '../database/statement';

export interface ReadingRow {
  kind: 'process' | 'outbox' | 'deadLetters' | 'message' | 'audit' | 'job' | 'switch';
  name: string;
  count: number;
  since: Date | null;
  /** Seconds since then, by the clock it was written with. */
  age: number | null;
  /** A job: every round has failed since. A switch: it is paused. */
  bad: boolean;
  /** How often a job runs; null of the rest. */
  every_ms: number | null;
  reason: string | null;
}

const AGE = (clock: string, moment: string) => `extract(epoch from ${clock} - ${moment})::double precision`;
const WHEN = (moment: string, clock = 'clock_timestamp()') => `${moment} as since, ${AGE(clock, moment)} as age`;

/**
 * What waits, what was laid aside, and when each thing was last heard of; $1 the periodic jobs of the house. Each part reads an index of
 * what waits alone, or a table of few rows.
 */
export const readings = statement<ReadingRow>(
  'platform.readings',
  `with reading as (
     select 1 as part, 'process' as kind, 'worker' as name, 0 as count, max(ended_at) as since,
            ${AGE('clock_timestamp()', 'max(ended_at)')} as age, false as bad, null::integer as every_ms, null::text as reason
       from platform.job_round
     union all
     select 2, 'outbox', 'waiting', count(*)::integer, ${WHEN('min(occurred_at)', 'platform.business_now()')}, false, null, null
       from platform.outbox_event where dispatched_at is null
     union all
     select 2, 'outbox', 'underWay', count(*)::integer, ${WHEN('min(dispatched_at)')}, false, null, null
       from platform.outbox_event where done_at is null and dispatched_at is not null
        and not exists (select from platform.dead_letter dead where dead.event_id = outbox_event.id)
     union all
     select 3, 'deadLetters', consumer, count(*)::integer, ${WHEN('min(failed_at)')}, true, null, null
       from platform.dead_letter group by consumer
     union all
     select 4, 'message', channel.name, count(waiting.id)::integer, ${WHEN('min(waiting.created_at)', 'platform.business_now()')}, false, null, null
       from (values ('mail'), ('sms')) as channel (name)
       left join platform.outgoing_message waiting on waiting.channel = channel.name and waiting.state = 'waiting' group by channel.name
     union all
     select 5, 'audit', 'unsealed', (select count(*) from platform.audit_entry)::integer, ${WHEN('oldest.at')}, false, null, null
       from (select uuid_extract_timestamp((select id from platform.audit_entry order by id limit 1)) as at) oldest
     union all
     select 6, 'job', named.job, 0, ${WHEN('round.ended_at')}, round.failing_since is not null, round.every_ms, null
       from unnest($1::text[]) as named (job) left join platform.job_round round on round.job = named.job
     union all
     select 7, 'switch', name, 0, turned_at, null, paused, null, reason from platform.switch)
   select kind, name, count, since, age, bad, every_ms, reason from reading order by part, name`,
);

export const noteRound = statement(
  'platform.note_round',
  `insert into platform.job_round (job, ended_at, failing_since, every_ms)
   values ($1, clock_timestamp(), case when $2::boolean then null else clock_timestamp() end, $3)
   on conflict (job) do update set ended_at = excluded.ended_at, every_ms = excluded.every_ms,
     failing_since = case when $2::boolean then null else coalesce(job_round.failing_since, excluded.failing_since) end`,
);
