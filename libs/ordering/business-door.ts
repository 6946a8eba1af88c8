import { acceptGoods } from './actions/business/accept-goods';
import { putChain, putDuties, putSite, setTerms } from './actions/business/account';
import { approvePurchase } from './actions/business/decide-purchase';
import { makePurchase } from './actions/business/make-purchase';
import { enterTransfer } from './actions/business/transfers';
import { viewPurchase } from './actions/business/view-purchase';

/** What the seed and tests do with organisations that buy. */
export const business = {
  setTerms,
  putDuties,
  putChain,
  putSite,
  makePurchase,
  approvePurchase,
  acceptGoods,
  enterTransfer,
  viewPurchase,
} as const;
