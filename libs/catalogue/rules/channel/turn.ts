/**
 * Whose turn it is to host a campaign of a pairing: not the one that hosted before it, nor, where one was published for a later day
 * already, the one that hosts after it. The western province begins, since its goods are the reason.
 */
export function turnOf(
  pair: { eastCode: string; westCode: string },
  { before, after }: { before: string | null; after: string | null },
): string {
  const other = (host: string) => (host === pair.westCode ? pair.eastCode : pair.westCode);
  if (before !== null) return other(before);
  return after === null ? pair.westCode : other(after);
}

/** Whether a province may host it: between two that take turns there is room for nobody. */
export function mayHost(
  pair: { eastCode: string; westCode: string },
  neighbours: { before: string | null; after: string | null },
  host: string,
): boolean {
  return turnOf(pair, neighbours) === host && neighbours.after !== host;
}
