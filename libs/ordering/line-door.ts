import { endHold, holdLines } from './actions/hold-lines';
import { closeSettledLines, openSettleableLines, reopenLines } from './actions/settleable-lines';
import { payBack } from './actions/business/pay-back';
import { refundLate } from './actions/refund-late';
import { releaseDue } from './actions/release-due';
import { tellBuyer } from './actions/tell-buyer';
import type { Tx } from '@xihuo/platform';
import { loadOrder } from './actions/view-order';
import { markReviewed } from './store/follow.sql';

/** What those above do with lines of an order: who may follow it, what of it is held or settled, and how its buyer is told. */
export const lines = {
  hold: holdLines,
  endHold,
  /** Lets those go whose after-sale window is over. */
  releaseDue,
  tellBuyer,
  openSettleable: openSettleableLines,
  closeSettled: closeSettledLines,
  reopen: reopenLines,
  /** Gives back what was decided: through the provider, or by a credit note where an organisation owes it. */
  payBack,
  refundLate,
  /** A review of a line was written: it waits for none any more. */
  reviewed: (tx: Tx, lineId: string) => tx.sql(markReviewed, [lineId]),
  /** An order by its id, for its account or whoever has its token; an organisation's for its members, by duty where one is named. */
  orderFor: loadOrder,
} as const;
