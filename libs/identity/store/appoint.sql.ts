import { statement } from '@xihuo/platform';

export interface KnownLogin {
  id: string;
  /** Whether a second factor is enrolled. */
  has_factor: boolean;
}

export const personOfLogin = statement<KnownLogin>(
  'identity.person_of_login',
  `select person.id, exists (select from identity.totp_secret factor where factor.person_id = person.id) as has_factor
     from identity.credential join identity.person on person.id = credential.person_id and person.disabled_at is null
    where credential.login = $1`,
);

export const regionNamed = statement<{ code: string }>(
  'identity.region_named',
  'select code from registry.region_v where code = $1',
);
