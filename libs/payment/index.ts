import type { ContextParts } from '@xihuo/platform';
import { ClosingController } from './http/closing.controller';
import { ReconciliationController } from './http/reconciliation.controller';
import { WebhookController } from './http/webhook.controller';
import { askProvider } from './jobs/ask-provider.job';
import { onDifferencesFound } from './jobs/on-differences-found';
import { onProviderEvent } from './jobs/on-provider-event';
import { reconcileJob } from './jobs/reconcile.job';
import { reportMerchantsJob } from './jobs/report-merchants.job';
import { sendRefundsJob } from './jobs/send-refunds.job';
import { tillProviders } from './actions/till';

export { cancelPayment } from './actions/cancel-payment';
export { startPayment, type Till } from './actions/start-payment';
export { applyClaims, type Claim } from './actions/apply-claims';
/** Money on its way back to buyers. */
export { refunds } from './refund-door';
export { openPayment } from './actions/open-payment';
export { TILL } from './actions/till';
export { ProviderError } from './provider/provider-error';

export const paymentParts: ContextParts = {
  name: 'payment',
  controllers: [WebhookController, ReconciliationController, ClosingController],
  providers: tillProviders,
  consumers: [onProviderEvent, onDifferencesFound],
  jobs: [askProvider, sendRefundsJob, reportMerchantsJob, reconcileJob],
};
