import { statement } from '@xihuo/platform';

export const putTotpSecret = statement(
  'identity.put_totp_secret',
  `insert into identity.totp_secret (person_id, secret_sealed, enrolled_at) values ($1, $2, $3)
   on conflict (person_id) do update
     set secret_sealed = excluded.secret_sealed, enrolled_at = excluded.enrolled_at, last_used_step = -1`,
);

/** With the real time of the database: an authenticator app knows nothing of the business clock. */
export const findTotpSecret = statement<{ secret_sealed: Buffer; last_used_step: bigint; real_now: Date }>(
  'identity.find_totp_secret',
  `select secret_sealed, last_used_step, statement_timestamp() as real_now
     from identity.totp_secret where person_id = $1`,
);

export const realNow = statement<{ real_now: Date }>('identity.real_now', 'select statement_timestamp() as real_now');

/** Two requests with one code: the second finds the step spent. */
export const spendTotpStep = statement<{ person_id: string }>(
  'identity.spend_totp_step',
  'update identity.totp_secret set last_used_step = $2 where person_id = $1 and last_used_step < $2 returning person_id',
);

export const insertSmsCode = statement<{ request_id: string }>(
  'identity.insert_sms_code',
  `insert into identity.sms_code (request_id, phone_index, code_hash, created_at, expires_at)
   values ($1, $2, $3, $4, $5) returning request_id`,
);

/** Counts a try before anything is compared, in a statement of its own: a crash or a thousand at once win no extra try. */
export const trySmsCode = statement<{ code_hash: Buffer }>(
  'identity.try_sms_code',
  `update identity.sms_code set tries = tries + 1
    where request_id = $1 and phone_index = $2 and used_at is null and tries < 5 and expires_at > platform.business_now()
   returning code_hash`,
);

export const spendSmsCode = statement<{ request_id: string }>(
  'identity.spend_sms_code',
  'update identity.sms_code set used_at = $2 where request_id = $1 and used_at is null returning request_id',
);

/**
 * Counts attempts under many keys in one statement and answers the counts. A window begins with its first attempt; an
 * attempt after its end begins the next. In key order, so that two callers never wait for each other.
 */
export const countAttempts = statement<{ key: Buffer; count: number; seconds_left: number }>(
  'identity.count_attempts',
  `insert into identity.attempt as known (key, window_end, count)
   select key, platform.business_now() + make_interval(secs => seconds), amount
     from unnest($1::bytea[], $2::int[], $3::int[]) as wanted (key, seconds, amount) order by key
   on conflict (key) do update set
     count = case when known.window_end <= platform.business_now() then excluded.count else known.count + excluded.count end,
     window_end = case when known.window_end <= platform.business_now() then excluded.window_end else known.window_end end
   returning key, count, ceil(extract(epoch from window_end - platform.business_now()))::int as seconds_left`,
);

/** A success takes its attempts back: honest use never adds up to a lockout. */
export const forgiveAttempts = statement(
  'identity.forgive_attempts',
  'update identity.attempt set count = greatest(count - 1, 0) where key = any($1::bytea[])',
);

export const clearAttempts = statement(
  'identity.clear_attempts',
  'update identity.attempt set count = 0 where key = any($1::bytea[])',
);

export const sweepCodes = statement(
  'identity.sweep_codes',
  `delete from identity.sms_code where created_at < $1::timestamptz - interval '2 days'`,
);

export const sweepAttempts = statement('identity.sweep_attempts', `delete from identity.attempt where window_end < $1`);

export const countyNamed = statement<{ code: string }>(
  'identity.county_named',
  `select code from registry.region_v where code = $1 and level = 'county'`,
);
