import { putChain, putDuties, putSite } from './actions/business/account';
import { setTerms } from './actions/business/give-terms';
import { acceptGoods } from './actions/business/accept-goods';
import { makePurchase, quotePurchase } from './actions/business/make-purchase';
import { confirmTransfer, enterTransfer } from './actions/business/transfers';
import { decideReturn, proposeReturn } from './actions/business/transfer-returns';
import { viewPurchase } from './actions/business/view-purchase';

/** What the seed and tests do with organisations that buy. */
export const business = {
  setTerms,
  putDuties,
  putChain,
  putSite,
  makePurchase,
  quote: quotePurchase,
  view: viewPurchase,
  acceptGoods,
  enterTransfer,
  confirmTransfer,
  proposeReturn,
  decideReturn,
} as const;
