import { answerAsSupplier, handOverCase, moveAsBuyer } from './actions/answer-after-sale';
import { claimAfterSale } from './actions/claim-after-sale';
import { followRefunds } from './actions/follow-refunds';
import { moveSilentCases } from './actions/move-silent-cases';

/** What those above, the seed and tests do with claims: a dispute takes an escalated one over. */
export const claims = {
  make: claimAfterSale,
  move: moveAsBuyer,
  answer: answerAsSupplier,
  handOver: handOverCase,
  followRefunds,
  moveSilent: moveSilentCases,
} as const;
