export interface Way {
  to: string;
  word: string;
  /** Where it stands in the menu, or what kind of way it is. */
  group: string;
}

/** How well a way fits: 0 where what was typed begins its name, 1 within it, 2 in its address; null where nowhere. */
function rankOf({ to, word, group }: Way, typed: string): number | null {
  const name = word.toLowerCase();
  if (name.startsWith(typed)) return 0;
  if (name.includes(typed)) return 1;
  return to.toLowerCase().includes(typed) || group.toLowerCase().includes(typed) ? 2 : null;
}

const MOST = 12;

/** The ways that fit what was typed, the best first, each once. */
export function found(ways: readonly Way[], typed: string): Way[] {
  const wanted = typed.trim().toLowerCase();
  const once = ways.filter((way, at) => ways.findIndex(({ to }) => to === way.to) === at);
  return once
    .map((way) => ({ way, rank: rankOf(way, wanted) }))
    .filter((one): one is { way: Way; rank: number } => one.rank !== null)
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, MOST)
    .map(({ way }) => way);
}
