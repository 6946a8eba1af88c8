import type { Taken } from './behaviour';

/** Something that is still to happen; kept in the journal, so that a restart does not forget it. */
export type Task =
  | { id: string; dueAt: number; kind: 'deliver'; eventId: string; faults: Taken }
  | { id: string; dueAt: number; kind: 'settle'; intentId: string; outcome: 'succeed' | 'decline' }
  | { id: string; dueAt: number; kind: 'failRefund'; refundId: string };
