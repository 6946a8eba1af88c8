import { admissionParts } from '@xihuo/admission';
import { benefitParts } from '@xihuo/benefit';
import { catalogueParts } from '@xihuo/catalogue';
import { disputeParts } from '@xihuo/dispute';
import { identityParts } from '@xihuo/identity';
import { insightParts } from '@xihuo/insight';
import { ledgerParts } from '@xihuo/ledger';
import { orderingParts } from '@xihuo/ordering';
import { paymentParts } from '@xihuo/payment';
import type { ContextParts } from '@xihuo/platform';
import { registryParts } from '@xihuo/registry';
import { settlementParts } from '@xihuo/settlement';
import { traceParts } from '@xihuo/trace';

/** The contexts of the house, lowest first. Api and worker take the same list. */
export const contexts: readonly ContextParts[] = [
  registryParts,
  ledgerParts,
  identityParts,
  admissionParts,
  catalogueParts,
  traceParts,
  paymentParts,
  orderingParts,
  disputeParts,
  benefitParts,
  settlementParts,
  insightParts,
];
