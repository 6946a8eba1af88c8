import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';

export interface ConsentRow {
  kind: machines.accounts.ConsentKind;
  version: string;
  given: boolean;
  at: Date;
}

/** The last first. $1 person, $2 most, or null for all there are. */
export const consentsOf = statement<ConsentRow>(
  'identity.consents_of',
  'select kind, version, given, at from identity.consent where person_id = $1 order by id desc limit $2::integer',
);

/** What one person says goes one after the other: said twice at once, it is written once. */
export const lockPerson = statement(
  'identity.lock_person',
  'select from identity.person where id = $1 for no key update',
);

/** $1 person, $2 kinds, $3 versions, $4 given, $5 now. A line only where it says something new. */
export const recordConsents = statement<{ kind: string }>(
  'identity.record_consents',
  `insert into identity.consent (person_id, kind, version, given, at)
   select $1, said.kind, said.version, $4, $5
     from unnest($2::text[], $3::text[]) as said (kind, version)
     left join identity.consent_v stands on stands.person_id = $1 and stands.kind = said.kind
    where (stands.given, stands.version) is distinct from ($4::boolean, said.version)
   returning kind`,
);

export const putPreferences = statement(
  'identity.put_preferences',
  `insert into identity.preference (person_id, elder, changed_at) values ($1, $2, $3)
   on conflict (person_id) do update set elder = excluded.elder, changed_at = excluded.changed_at`,
);

export const preferencesOf = statement<{ elder: boolean }>(
  'identity.preferences_of',
  'select elder from identity.preference where person_id = $1',
);
