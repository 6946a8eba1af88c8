import { amendAgreement, drawAgreement, drawAgreements } from './actions/draw-agreements';
import { declineAgreement, endAgreement, turnAgreements, withdrawAgreement } from './actions/end-agreement';
import { offerAgreement, offerAgreements } from './actions/offer-agreements';
import { signAgreements, signBeforeWitness, signBySession } from './actions/sign-agreement';

/** The very steps behind the routes, for the seed and for tests; `...All` take many and tell nobody. */
export const agreements = {
  draw: drawAgreement,
  drawAll: drawAgreements,
  amend: amendAgreement,
  offer: offerAgreement,
  offerAll: offerAgreements,
  sign: signBySession,
  signAll: signAgreements,
  witness: signBeforeWitness,
  decline: declineAgreement,
  withdraw: withdrawAgreement,
  end: endAgreement,
  turn: turnAgreements,
} as const;
