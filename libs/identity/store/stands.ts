import { SECOND_FACTOR_ROLES } from '@xihuo/contract';

/** Roles of the platform, as a statement lists them. */
export const OF_PLATFORM = SECOND_FACTOR_ROLES.map((role) => `'${role}'`).join(', ');

/** Neither ended nor past its day, as `identity.role_grant_v` says it to others. @param grant the name of the table in a statement */
export const STANDS = (grant: string): string =>
  `${grant}.ended_at is null and (${grant}.until is null or ${grant}.until > platform.business_now())`;

/** That whoever proposed something and was an operator then still is one. @param proposal the name of the table in a statement */
export const OF_AN_OPERATOR = (proposal: string): string => `exists (select from identity.role_grant desk
    where desk.person_id = ${proposal}.proposed_by and desk.role = 'operator'
      and desk.granted_at <= ${proposal}.proposed_at and ${STANDS('desk')})`;
