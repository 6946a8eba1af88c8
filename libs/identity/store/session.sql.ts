import { statement } from '@xihuo/platform';
import type { Role } from '@xihuo/contract';
import type { Surface } from '../rules/session-limits';
import { STANDS } from './stands';
import { VIEWED } from './viewing.sql';

export interface GrantRow {
  role: Role;
  organisationId: string | null;
  jurisdiction: string | null;
  householdId: string | null;
}

export interface SessionRow {
  id: string;
  person_id: string;
  surface: Surface;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  second_factor_at: Date | null;
  ended_at: Date | null;
  disabled: boolean;
  has_factor: boolean;
  /** The supplier it looks on as. */
  viewed: string | null;
  grants: GrantRow[];
  now: Date;
}

const SESSION = `
  select session.id, session.person_id, session.surface, session.created_at, session.last_seen_at, session.expires_at,
         session.second_factor_at, session.ended_at, person.disabled_at is not null as disabled,
         platform.business_now() as now,
         (select viewed.organisation_id from (${VIEWED('session')}) viewed) as viewed,
         exists (select from identity.totp_secret factor where factor.person_id = session.person_id) as has_factor,
         coalesce((select json_agg(json_build_object('role', role, 'organisationId', organisation_id,
                                                     'jurisdiction', jurisdiction, 'householdId', household_id) order by id)
                     from identity.role_grant
                    where role_grant.person_id = session.person_id and ${STANDS('role_grant')}), '[]') as grants
    from identity.session
    join identity.person on person.id = session.person_id`;

/** Session, person and what the person may act as, in one statement: what ended a moment ago opens nothing now. */
export const findSession = statement<SessionRow>('identity.find_session', `${SESSION} where session.token_hash = $1`);

/** The same of many, by their ids. */
export const sessionsById = statement<SessionRow>(
  'identity.sessions_by_id',
  `${SESSION} where session.id = any ($1::uuid[])`,
);

export const insertSession = statement<{ id: string }>(
  'identity.insert_session',
  `insert into identity.session (token_hash, person_id, surface, created_at, last_seen_at, expires_at)
   select $1, id, $3, $4, $4, $5 from identity.person where id = $2 and disabled_at is null
   returning id`,
);

/** Two requests at once may both record their use; the later one stands. */
export const touchSession = statement(
  'identity.touch_session',
  `update identity.session set last_seen_at = $2, expires_at = $3
    where id = $1 and ended_at is null and last_seen_at < $2`,
);

/** The second factor makes another session of it: a cookie taken before opens nothing after. */
export const strengthenSession = statement<{ id: string }>(
  'identity.strengthen_session',
  `update identity.session set token_hash = $2, second_factor_at = $3, last_seen_at = $3
    where id = $1 and ended_at is null
   returning id`,
);

export const endOwnSession = statement<{ id: string; surface: Surface }>(
  'identity.end_own_session',
  `update identity.session set ended_at = $3 where id = $1 and person_id = $2 and ended_at is null returning id, surface`,
);

/** The session a new sign-in of the same browser takes the place of. */
export const endReplacedSession = statement(
  'identity.end_replaced_session',
  'update identity.session set ended_at = $2 where token_hash = $1 and ended_at is null',
);

export const endSessionsOf = statement<{ id: string }>(
  'identity.end_sessions_of',
  'update identity.session set ended_at = $2 where person_id = $1 and ended_at is null returning id',
);

export const openSessionsOf = statement<{
  id: string;
  surface: Surface;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  ended_at: null;
  now: Date;
}>(
  'identity.open_sessions_of',
  `select id, surface, created_at, last_seen_at, expires_at, ended_at, platform.business_now() as now
     from identity.session
    where person_id = $1 and ended_at is null and expires_at > platform.business_now()
    order by last_seen_at desc, id`,
);

/** What was over a month ago; until then an old cookie is told that its session is over rather than unknown. */
export const sweepSessions = statement(
  'identity.sweep_sessions',
  `delete from identity.session
    where expires_at < $1::timestamptz - interval '30 days' or ended_at < $1::timestamptz - interval '30 days'`,
);
