import { putChain, putDuties, putSite } from './actions/business/account';
import { setTerms } from './actions/business/give-terms';
import { makePurchase } from './actions/business/make-purchase';

/** What the seed and tests do with organisations that buy. */
export const business = {
  setTerms,
  putDuties,
  putChain,
  putSite,
  makePurchase,
} as const;
