import type { machines } from '@xihuo/contract';

/** How the provider sees a combined payment. `failed` is one attempt: the buyer may try again within the same payment. */
export type ProviderState = 'awaitingBuyer' | 'processing' | 'captured' | 'failed' | 'cancelled';

/**
 * What an observation means to our payment, whoever brought it: the call's answer, the webhook or the poller.
 * `processing` decides nothing yet, so it moves nothing.
 */
export const eventOfProviderState: Record<ProviderState, machines.PaymentEvent | null> = {
  awaitingBuyer: 'offered',
  processing: null,
  captured: 'captured',
  failed: 'failed',
  cancelled: 'cancelled',
};
