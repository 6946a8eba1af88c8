interface Grant {
  readonly role: string;
  readonly jurisdiction: string | null;
}

const WATCHING = ['operator', 'reviewer', 'auditor', 'mediator'];

/** Patterns of the county codes over whose suppliers somebody watches; empty sees nothing. */
export function watchedCounties(grants: readonly Grant[], roles: readonly string[] = WATCHING): string[] {
  return grants.filter(({ role }) => roles.includes(role)).map(({ jurisdiction }) => `${jurisdiction ?? ''}%`);
}
