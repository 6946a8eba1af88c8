import { instruct } from './actions/payout/bank-file';
import { approveList } from './actions/payout/decide-list';
import { drawList } from './actions/payout/draw-list';
import { resultImport } from './actions/payout/import-results';
import { decidePayeeAccount, proposePayeeAccount } from './actions/payout/payee-accounts';
import { setAsideNext } from './actions/payout/set-aside';
import { viewHeld, viewItems, viewPayoutRun } from './actions/payout/view-payouts';
import { codeOfItem } from './rules/item-code';

/** The very steps behind the routes of payouts, for the simulation. */
export const payouts = {
  proposeAccount: proposePayeeAccount,
  decideAccount: decidePayeeAccount,
  draw: drawList,
  approve: approveList,
  setAsideNext,
  instruct,
  results: resultImport,
  codeOfItem,
  viewRun: viewPayoutRun,
  viewItems,
  viewHeld,
} as const;
