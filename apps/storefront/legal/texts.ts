/** The texts in force: their version, and the day since when. The server knows the same (a test holds them against each other). */
export const TEXTS = {
  terms: { version: '1', since: '2026-12-01' },
  privacy: { version: '1', since: '2026-12-01' },
  favouriteNews: { version: '1', since: '2026-12-01' },
} as const;
