/** What sales are told by. */
export const SALES = ['months', 'pairings', 'counties', 'keyCounties', 'categories', 'channels', 'campaigns'] as const;
export type SalesTable = (typeof SALES)[number];

/** What is counted of suppliers. */
export const HAPPENED = ['admitted', 'measured', 'exited'] as const;
export type Happened = (typeof HAPPENED)[number];

/** What households have of their income; everybody has something due. */
export const EARNED = ['due', 'paid', 'inTime', 'late', 'overdue', 'notYetDue'] as const;
export type Earned = (typeof EARNED)[number];

/** 采购 and 帮销. */
export const WAYS = ['purchased', 'helped'] as const;
export type Way = (typeof WAYS)[number];
