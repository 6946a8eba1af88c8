import { money } from '@xihuo/kernel';
import { command, type Actor } from '@xihuo/platform';
import { ProviderError } from '../provider/provider-error';
import { findPaymentOfOrder } from '../store/payment.sql';
import { applyClaims } from './apply-claims';
import type { Till } from './start-payment';

/**
 * Makes sure that an order can no longer be paid. Answers `cancelled` when the provider has confirmed it (or never heard of
 * the order), `captured` when the buyer was faster. Throws ProviderError `unknown` when the provider does not answer: then
 * nothing is decided and the caller tries again later.
 */
export async function cancelPayment(
  till: Till,
  orderId: string,
  { actor, requestId }: { actor: Actor; requestId: string },
): Promise<'cancelled' | 'captured'> {
  const [payment] = await till.database.read(findPaymentOfOrder, [orderId]);
  if (!payment || payment.state === 'cancelled') return 'cancelled';
  if (payment.state === 'captured') return 'captured';
  const known = payment.provider_payment
    ? { paymentRef: payment.provider_payment }
    : await till.provider.query({ paymentId: payment.id });
  if (!known) {
    // The call never reached the provider: there is nothing to cancel, and openPayment refuses a cancelled row from now on.
    await command(till.database, { name: 'payment.cancelUnsent', actor, requestId }, (tx) =>
      applyClaims(tx, [
        {
          paymentRef: `unsent:${payment.id}`,
          paymentId: payment.id,
          orderId,
          state: 'cancelled',
          capturedFen: money.ZERO,
          currency: 'CNY',
        },
      ]),
    );
    return 'cancelled';
  }
  const answer = await till.provider.cancel({ paymentRef: known.paymentRef, idempotencyKey: `cancel:${payment.id}` });
  await command(till.database, { name: 'payment.cancelled', actor, requestId }, (tx) => applyClaims(tx, [answer]));
  if (answer.state === 'captured' || answer.state === 'cancelled') return answer.state;
  // Still being worked on at the provider (a bank transfer on its way): it may yet be captured, so nothing is decided.
  throw new ProviderError('unknown', `cancelAnswered:${answer.state}`);
}
