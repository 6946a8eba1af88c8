export { accrueDeliveries, recordWork, type WorkDone } from './actions/accrue-obligations';
export { fundObligations, openFundable } from './actions/fund-obligations';
export { signAgreements, type NewAgreement } from './actions/sign-agreements';
