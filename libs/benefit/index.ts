export { accrueDeliveries } from './actions/accrue-obligations';
export { recordWork, type WorkDone } from './actions/record-work';
export { fundObligations, openFundable } from './actions/fund-obligations';
export { signAgreements, type NewAgreement } from './actions/sign-agreements';
export { agreements } from './agreement-door';
export { benefitParts } from './benefit-parts';
