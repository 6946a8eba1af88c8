interface Grant {
  readonly role: string;
  readonly jurisdiction: string | null;
}

const OF_A_COUNTY: readonly string[] = ['countyAgriculture', 'countyRevitalisation'];
const WATCHING: readonly string[] = ['auditor', 'operator', 'finance'];

/** Whose suppliers' results a person reads: beginnings of county codes, '' for the whole country. Nobody else reads any. */
export function placesOf(grants: readonly Grant[]): string[] {
  const places = grants.flatMap(({ role, jurisdiction }) => {
    if (OF_A_COUNTY.includes(role)) return jurisdiction === null ? [] : [jurisdiction];
    return WATCHING.includes(role) ? [jurisdiction ?? ''] : [];
  });
  return widest(places);
}

/** Whether a person reads what cannot be told by county: a venue's or a campaign's orders come from everywhere. */
export function readsWholeCountry(grants: readonly Grant[]): boolean {
  return placesOf(grants).includes('');
}

/** What lies in a place that is asked for as well; all of it where none is. @param wanted the beginning of a county code */
export function placesWithin(places: readonly string[], wanted: string | null): string[] {
  if (wanted === null) return [...places];
  return widest(
    places.flatMap((place) => (wanted.startsWith(place) ? [wanted] : place.startsWith(wanted) ? [place] : [])),
  );
}

/** A place within another is counted with that one, or it would be counted twice. */
function widest(places: readonly string[]): string[] {
  const once = [...new Set(places)];
  return once.filter((place) => !once.some((other) => other !== place && place.startsWith(other))).sort();
}
