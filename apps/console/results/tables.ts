/** What sales are told by. */
export const SALES = ['months', 'pairings', 'counties', 'keyCounties', 'categories', 'channels', 'campaigns'] as const;
export type SalesTable = (typeof SALES)[number];

/** What is counted of suppliers. */
export const HAPPENED = ['admitted', 'measured', 'exited'] as const;
export type Happened = (typeof HAPPENED)[number];
