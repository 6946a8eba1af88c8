interface JurisdictionGrant {
  readonly role: string;
  /** The digits of a region code that bind; null is the whole country. */
  readonly jurisdiction: string | null;
}

const REVIEWING = ['countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer', 'operator'];

/** Patterns of the county codes that somebody's reviewing roles cover; empty sees nothing. */
export function countyPatterns(grants: readonly JurisdictionGrant[]): string[] {
  return grants.filter(({ role }) => REVIEWING.includes(role)).map(({ jurisdiction }) => `${jurisdiction ?? ''}%`);
}
