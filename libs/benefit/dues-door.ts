import { answerContest } from './actions/contest/answer-contest';
import { contestLine, escalateContest } from './actions/contest/open-contest';
import { declarePool, drawPool } from './actions/dividend/declare-pool';
import { confirmPayment, contestPayment, witnessPayment } from './actions/outside/answer-payment';
import { declareDistribution, drawDistribution } from './actions/distribution/declare-distribution';
import { recordOutsidePayment } from './actions/outside/record-payment';
import { putPaper } from './actions/papers';

/** The very steps behind the routes, for the seed and for tests: what was paid past the platform, objections, pools and yearly distributions. */
export const dues = {
  putPaper,
  recordPayment: recordOutsidePayment,
  confirmPayment,
  contestPayment,
  witnessPayment,
  contestLine,
  answerContest,
  escalateContest,
  drawPool,
  declarePool,
  drawDistribution,
  declareDistribution,
} as const;
