export { accrueDeliveries } from './actions/accrue-obligations';
export { suppliersOwingRebates } from './actions/accrue-rebates';
export { fundObligations, openFundable } from './actions/fund-obligations';
export { agreements } from './agreement-door';
export { benefitParts } from './benefit-parts';
export { dues } from './dues-door';
export { rebates } from './rebate-door';
export { work } from './work-door';
export { FUNDING_RULE } from './rules/priority';
