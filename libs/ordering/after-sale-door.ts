import { answerAsSupplier, handOverCase, moveAsBuyer } from './actions/answer-after-sale';
import { finishCancelling, startCancelling } from './actions/cancel-order';
import { claimAfterSale } from './actions/claim-after-sale';
import { endShort } from './actions/end-short';
import { followRefunds } from './actions/follow-refunds';
import { moveSilentCases } from './actions/move-silent-cases';
import { sendReplacement } from './actions/send-replacement';
import { receiveOverdueParts } from './actions/receive-overdue';

/** What those above, the seed and tests do with claims: a dispute takes an escalated one over. */
export const claims = {
  make: claimAfterSale,
  move: moveAsBuyer,
  answer: answerAsSupplier,
  handOver: handOverCase,
  replace: sendReplacement,
  followRefunds,
  moveSilent: moveSilentCases,
  endShort,
  receiveOverdue: receiveOverdueParts,
  /** An order that is not paid, in its two halves. */
  giveUp: { start: startCancelling, finish: finishCancelling },
} as const;
