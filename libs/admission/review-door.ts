import { certifyDue } from './actions/review/certify-due';
import { claim, claimNext, declare, release } from './actions/review/claim';
import { decide, saveTicks } from './actions/review/decide';
import { cancelInspection, noteCredit, orderInspection, reportInspection } from './actions/review/inspect';
import { decideObjection, objectTo } from './actions/review/object';
import { reject, requestCorrections } from './actions/review/send-back';
import { recommend, signLevelCheck } from './actions/review/sign';
import { readReview } from './actions/review/read-review';

/** Every step people take with an application, for the seed and the simulation: the very ones behind the routes. */
export const review = {
  recommend,
  signLevelCheck,
  claim,
  claimNext,
  release,
  declare,
  saveTicks,
  decide,
  requestCorrections,
  reject,
  orderInspection,
  reportInspection,
  cancelInspection,
  noteCredit,
  objectTo,
  decideObjection,
  certifyDue,
  read: readReview,
} as const;
