import { endHold, holdLines } from './actions/hold-lines';
import { closeSettledLines, openSettleableLines, reopenLines } from './actions/settleable-lines';
import { tellBuyer } from './actions/tell-buyer';
import { loadOrder } from './actions/view-order';

/** What those above do with lines of an order: who may follow it, what of it is held or settled, and how its buyer is told. */
export const lines = {
  hold: holdLines,
  endHold,
  tellBuyer,
  openSettleable: openSettleableLines,
  closeSettled: closeSettledLines,
  reopen: reopenLines,
  /** An order by its id, for its account or whoever has its token. */
  orderFor: loadOrder,
} as const;
