export interface Place {
  readonly code: string;
  /** Null for a province. */
  readonly parent: string | null;
}

/**
 * The fewest places that hold what is wanted and nothing else: what lies in a place that is named goes with it, and where all that
 * lies in a place is named, the place stands for it. All of the provinces is everywhere, which is said by naming none.
 *
 * @returns null where a place is wanted that is not in the tree
 */
export function fewestAreas(tree: readonly Place[], wanted: readonly string[]): string[] | null {
  const below = new Map<string | null, string[]>();
  for (const { code, parent } of tree) below.set(parent, [...(below.get(parent) ?? []), code]);
  const known = new Set(tree.map(({ code }) => code));
  const named = new Set(wanted);
  if (wanted.some((code) => !known.has(code))) return null;
  const served = (code: string): string[] => {
    if (named.has(code)) return [code];
    const parts = below.get(code) ?? [];
    const within = parts.flatMap(served);
    const isWhole = parts.length > 0 && within.length === parts.length && parts.every((part) => within.includes(part));
    return isWhole ? [code] : within;
  };
  const provinces = below.get(null) ?? [];
  const areas = provinces.flatMap(served);
  return provinces.every((province) => areas.includes(province)) ? [] : areas.sort();
}
