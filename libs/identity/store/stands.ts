/** Neither ended nor past its day, as `identity.role_grant_v` says it to others. @param grant the name of the table in a statement */
export const STANDS = (grant: string): string =>
  `${grant}.ended_at is null and (${grant}.until is null or ${grant}.until > platform.business_now())`;
