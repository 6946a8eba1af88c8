import { applyRefundClaims } from './actions/apply-refund-claims';
import { owePaymentsBack, requestRefunds } from './actions/request-refunds';
import { sendRefunds } from './actions/send-refunds';

/** Money on its way back to buyers. */
export const refunds = {
  request: requestRefunds,
  owePaymentsBack,
  apply: applyRefundClaims,
  send: sendRefunds,
};
