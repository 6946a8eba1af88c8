import { statement } from './statement';

/** Business time: the transaction's time plus the one business-clock offset. */
export const clockOf = statement<{ now: Date }>('platform.clock_of', 'select platform.business_now() as now');

export const lockKey = statement<{ locked: boolean }>(
  'platform.lock_key',
  'select pg_try_advisory_xact_lock($1::bigint) as locked',
);

export const findKey = statement<{ body_hash: Buffer; response: unknown }>(
  'platform.find_key',
  'select body_hash, response from platform.idempotency_key where key_hash = $1',
);

export const insertKey = statement(
  'platform.insert_key',
  `insert into platform.idempotency_key (key_hash, route, body_hash, response, created_at) values ($1, $2, $3, $4, $5)`,
);

export const lockKeys = statement<{ lock: bigint; locked: boolean }>(
  'platform.lock_keys',
  'select lock, pg_try_advisory_xact_lock(lock) as locked from unnest($1::bigint[]) as lock',
);

export const findKeys = statement<{ key_hash: Buffer; body_hash: Buffer; response: unknown }>(
  'platform.find_keys',
  'select key_hash, body_hash, response from platform.idempotency_key where key_hash = any($1::bytea[])',
);

export const insertKeys = statement(
  'platform.insert_keys',
  `insert into platform.idempotency_key (key_hash, route, body_hash, response, created_at)
   select key_hash, route, body_hash, response::json, $5
     from unnest($1::bytea[], $2::text[], $3::bytea[], $4::text[]) as kept (key_hash, route, body_hash, response)`,
);

export const insertEvents = statement(
  'platform.insert_events',
  `insert into platform.outbox_event (id, name, payload, request_id, occurred_at)
   select id, name, payload::jsonb, request_id, $5
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as event (id, name, payload, request_id)`,
);

export const insertAudits = statement(
  'platform.insert_audits',
  `with entry as (insert into platform.audit_entry (id) select unnest($1::uuid[]))
   insert into platform.audit_content (entry_id, content)
   select id, content from unnest($1::uuid[], $2::text[]) as entry (id, content)`,
);
