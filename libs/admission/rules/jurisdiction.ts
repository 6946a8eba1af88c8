interface JurisdictionGrant {
  readonly role: string;
  /** The digits of a region code that bind; null is the whole country. */
  readonly jurisdiction: string | null;
}

const REVIEWING = ['countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer', 'operator'];

/** Finance settles with who leaves, and sees nothing else of the admission. */
export const EXIT_READERS: readonly string[] = [...REVIEWING, 'finance'];

/** Patterns of the county codes that somebody's reviewing roles cover; empty sees nothing. */
export function countyPatterns(grants: readonly JurisdictionGrant[], roles: readonly string[] = REVIEWING): string[] {
  return grants.filter(({ role }) => roles.includes(role)).map(({ jurisdiction }) => `${jurisdiction ?? ''}%`);
}

/** Whoever reviews judges what is open: what others judged of it is closed to them until they have, whatever else they are. */
export function judgeOf({
  personId,
  grants,
}: {
  readonly personId: string;
  readonly grants: readonly JurisdictionGrant[];
}): string | null {
  return grants.some(({ role }) => role === 'reviewer') ? personId : null;
}
