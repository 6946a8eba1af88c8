import { putChain, putDuties, putSite, setTerms } from './actions/business/account';
import { makePurchase } from './actions/business/make-purchase';

/** What the seed and tests do with organisations that buy. */
export const business = {
  setTerms,
  putDuties,
  putChain,
  putSite,
  makePurchase,
} as const;
