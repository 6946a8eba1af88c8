import type { ContextParts } from '@xihuo/platform';
import { EarningsController } from './http/earnings.controller';

export { accrueDeliveries } from './actions/accrue-obligations';
export { recordWork, type WorkDone } from './actions/record-work';
export { fundObligations, openFundable } from './actions/fund-obligations';
export { signAgreements, type NewAgreement } from './actions/sign-agreements';

export const benefitParts: ContextParts = { name: 'benefit', controllers: [EarningsController] };
