/** What sales are told by. */
export const SALES = ['months', 'pairings', 'counties', 'keyCounties', 'categories', 'channels', 'campaigns'] as const;
export type SalesTable = (typeof SALES)[number];
