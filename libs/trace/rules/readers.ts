interface Grant {
  readonly role: string;
  readonly jurisdiction: string | null;
}

const WATCHING = ['operator', 'reviewer', 'auditor', 'mediator'];

/** Patterns of the county codes over whose suppliers somebody watches; empty sees nothing. */
export function watchedCounties(grants: readonly Grant[], roles: readonly string[] = WATCHING): string[] {
  return grants.filter(({ role }) => roles.includes(role)).map(({ jurisdiction }) => `${jurisdiction ?? ''}%`);
}

const OF_A_COUNTY = ['countyAgriculture', 'countyRevitalisation'];

/** Those of a county's officers, who witness and object for its households; one without a county sees nothing. */
export function officedCounties(grants: readonly Grant[]): string[] {
  return grants.flatMap(({ role, jurisdiction }) =>
    OF_A_COUNTY.includes(role) && jurisdiction !== null ? [`${jurisdiction}%`] : [],
  );
}
