interface Recent {
  to: string;
  word: string;
}

const SLOT = 'xihuo.console.recent';
const OWNER_SLOT = 'xihuo.console.recent.of';
const MOST = 8;
/** One thing's page: its address ends in an id, and perhaps in a part of it. */
const THING = /\/[0-9a-f]{8}-[0-9a-f-]{27}(\/\w+)?$/;

/** What was opened last in this tab, the newest first. */
export function recentWays(): Recent[] {
  try {
    return JSON.parse(sessionStorage.getItem(SLOT) ?? '[]') as Recent[];
  } catch {
    return [];
  }
}

/** The list with one more at its head, each once. */
export function withRecent(ways: readonly Recent[], way: Recent): Recent[] {
  if (!THING.test(way.to)) return [...ways];
  return [way, ...ways.filter(({ to }) => to !== way.to)].slice(0, MOST);
}

/** Whoever comes next in this tab is not shown what the one before looked at. */
export function forgetRecent(): void {
  try {
    sessionStorage.removeItem(SLOT);
  } catch {
    // Forbidden: then nothing was noted either.
  }
}

/** Says whose tab it is now: of anybody else's ways nothing stays, also where the page was loaded anew between the two. */
export function recentFor(personId: string): void {
  try {
    if (sessionStorage.getItem(OWNER_SLOT) !== personId) forgetRecent();
    sessionStorage.setItem(OWNER_SLOT, personId);
  } catch {
    // Forbidden: then nothing was noted either.
  }
}

/** Notes that somebody opened this. */
export function noteRecent(way: Recent): void {
  try {
    sessionStorage.setItem(SLOT, JSON.stringify(withRecent(recentWays(), way)));
  } catch {
    // Full or forbidden: the palette knows the pages all the same.
  }
}
