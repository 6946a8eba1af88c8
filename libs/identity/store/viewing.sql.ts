import { statement } from '@xihuo/platform';
import { STANDS } from './stands';

/** Whom a session ($1) looks on as at this moment, by its own columns: of one that is no operator's any more nothing is left. */
export const VIEWED = (session: string): string => `
  select viewing.organisation_id, viewing.reason, viewing.ends_at
    from identity.viewing
   where viewing.session_id = ${session}.id and viewing.ended_at is null and viewing.ends_at > platform.business_now()
     and exists (select from identity.role_grant desk
                  where desk.person_id = viewing.person_id and desk.role = 'operator' and ${STANDS('desk')})`;

/** The people of a supplier ($1); nobody where none of them acts for it. */
export const peopleViewed = statement<{ person_id: string }>(
  'identity.people_viewed',
  `select distinct person_id from identity.role_grant
    where organisation_id = $1 and role = 'supplier' and ${STANDS('role_grant')}`,
);

/** $1 session, $2 now: whatever it looked on as until now is over. */
export const endViewing = statement<{ organisation_id: string; ends_at: Date }>(
  'identity.end_viewing',
  `update identity.viewing set ended_at = $2 where session_id = $1 and ended_at is null returning organisation_id, ends_at`,
);

export const beginViewing = statement(
  'identity.begin_viewing',
  `insert into identity.viewing (session_id, person_id, organisation_id, reason, began_at, ends_at) values ($1, $2, $3, $4, $5, $6)`,
);

/** What the page says of it: $1 session, $2 whether in Chinese. */
export const viewedBy = statement<{ id: string; name: string; reason: string; ends_at: Date }>(
  'identity.viewed_by',
  `select organisation.id, case when $2::boolean then organisation.name_zh
                                else coalesce(organisation.name_en, organisation.name_zh) end as name, viewed.reason, viewed.ends_at
     from identity.session cross join lateral (${VIEWED('session')}) viewed
     join registry.organisation_v organisation on organisation.id = viewed.organisation_id
    where session.id = $1`,
);
