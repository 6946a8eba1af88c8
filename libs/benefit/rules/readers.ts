import type { Role } from '@xihuo/contract';

interface Grant {
  readonly role: Role;
  readonly jurisdiction: string | null;
}

/** A county's officers read their county and nothing without one. */
const OF_A_COUNTY: readonly Role[] = ['countyAgriculture', 'countyRevitalisation'];
const WATCHING: readonly Role[] = ['auditor', 'reviewer', 'operator', 'finance'];

/** Patterns of the county codes over whose suppliers somebody reads; empty reads nothing. */
export function readableCounties(grants: readonly Grant[]): string[] {
  return grants.flatMap(({ role, jurisdiction }) => {
    if (OF_A_COUNTY.includes(role)) return jurisdiction === null ? [] : [`${jurisdiction}%`];
    return WATCHING.includes(role) ? [`${jurisdiction ?? ''}%`] : [];
  });
}

/** Of them those of a county's officers, who witness and decide for it. */
export function officedCounties(grants: readonly Grant[]): string[] {
  return readableCounties(grants.filter(({ role }) => OF_A_COUNTY.includes(role)));
}
