/**
 * Whose turn it is to host the next campaign of a pairing: not the one that hosted last; the western province begins, since its
 * goods are the reason.
 */
export function turnOf(pair: { eastCode: string; westCode: string }, lastHost: string | null): string {
  return lastHost === pair.westCode ? pair.eastCode : pair.westCode;
}
