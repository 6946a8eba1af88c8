import Stripe from 'stripe';
import { ProviderError } from './provider-error';

/** Stripe's errors as ours. What is not certainly a refusal counts as unknown: the money may have moved. */
export async function stripeCall<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw toProviderError(cause);
  }
}

function toProviderError(cause: unknown): unknown {
  if (!(cause instanceof Stripe.errors.StripeError)) return cause;
  const options = { requestRef: cause.requestId, cause };
  if (cause instanceof Stripe.errors.StripeCardError) {
    return new ProviderError('declined', cause.decline_code ?? cause.code ?? 'declined', options);
  }
  if (cause instanceof Stripe.errors.StripeIdempotencyError) {
    return new ProviderError('rejected', 'idempotencyKeyReused', options);
  }
  if (cause instanceof Stripe.errors.StripeInvalidRequestError) {
    return new ProviderError('rejected', cause.code ?? cause.param ?? 'invalidRequest', options);
  }
  if (
    cause instanceof Stripe.errors.StripeAuthenticationError ||
    cause instanceof Stripe.errors.StripePermissionError
  ) {
    return new ProviderError('rejected', 'misconfigured', options);
  }
  return new ProviderError('unknown', cause.code ?? cause.type, options);
}

export const isRejected = (error: unknown, code: string): boolean =>
  error instanceof ProviderError && error.failure === 'rejected' && error.code === code;
