import { statement } from '@xihuo/platform';

/** Of one's second factor, and what else one could show. */
export const ownFactor = statement<{ enrolled_at: Date | null; password_phc: string | null; has_phone: boolean }>(
  'identity.own_factor',
  `select factor.enrolled_at, credential.password_phc, link.person_id is not null as has_phone
     from identity.person
     left join identity.totp_secret factor on factor.person_id = person.id
     left join identity.credential on credential.person_id = person.id
     left join identity.phone_link link on link.person_id = person.id
    where person.id = $1`,
);
