import { replaceFreight } from './actions/pricing/freight-templates';
import { draftOwnPromotion, draftPlatformPromotion, stepPromotion } from './actions/pricing/promotions';
import { countStock } from './actions/stock/count-stock';

/** What those who sell do before anything is ordered: count what is there, say what sending costs and what is taken off. */
export const selling = {
  countStock,
  replaceFreight,
  draftOwn: draftOwnPromotion,
  draftPlatform: draftPlatformPromotion,
  step: stepPromotion,
} as const;
