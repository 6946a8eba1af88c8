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
  return joined(ways)
    .map((way) => ({ way, rank: rankOf(way, wanted) }))
    .filter((one): one is { way: Way; rank: number } => one.rank !== null)
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, MOST)
    .map(({ way }) => way);
}

/** Several lists as one, each place once: a thing that was opened just now is found too. */
export function joined(...lists: readonly (readonly Way[])[]): Way[] {
  const all = lists.flat();
  return all.filter((way, at) => all.findIndex(({ to }) => to === way.to) === at);
}
