import type { ContextParts } from '@xihuo/platform';
import { EarningsController } from './http/earnings.controller';

export { accrueDeliveries, recordWork, type WorkDone } from './actions/accrue-obligations';
export { fundObligations, openFundable } from './actions/fund-obligations';
export { signAgreements, type NewAgreement } from './actions/sign-agreements';

export const benefitParts: ContextParts = { name: 'benefit', controllers: [EarningsController] };
