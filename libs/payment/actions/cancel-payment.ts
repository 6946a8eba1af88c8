import { money } from '@xihuo/kernel';
import { command, type Actor, type Tx } from '@xihuo/platform';
import { ProviderError } from '../provider/provider-error';
import { openUnbelieved } from '../store/bill.sql';
import { findPayment, findPaymentOfOrder, justCalled, type PaymentRow } from '../store/payment.sql';
import { applyClaims, type Claim } from './apply-claims';
import { sayFound } from './reconcile-day';
import type { Till } from './start-payment';

/**
 * Makes sure that an order can no longer be paid. Answers `cancelled` when the provider has confirmed it (or never heard of
 * the order, or holds another sum than was asked for: then finance has a case), `captured` when the buyer was faster. Throws ProviderError `unknown` when the provider does not answer: then
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
    if (await mayStillAppear(till, payment)) throw new ProviderError('unknown', 'mayStillAppear');
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
  const { view: end } = await command(till.database, { name: 'payment.cancelled', actor, requestId }, async (tx) => {
    await applyClaims(tx, [answer]);
    if (answer.state !== 'captured') return answer.state;
    const [now] = await tx.sql(findPayment, [payment.id]);
    if (now?.state !== 'captured') return callOffUnbelieved(tx, payment, answer);
    return 'captured';
  });
  if (end === 'captured' || end === 'cancelled') return end;
  // Still being worked on at the provider (a bank transfer on its way): it may yet be captured, so nothing is decided.
  throw new ProviderError('unknown', `cancelAnswered:${end}`);
}

/** A search at the provider finds what was made a minute ago, not what is being made: until then nothing is decided. */
async function mayStillAppear(till: Till, payment: PaymentRow): Promise<boolean> {
  const [row] = await till.database.read(justCalled, [payment.id]);
  return row !== undefined;
}

/**
 * The provider holds money that is not what was asked for: the order is not paid by it and waits for it no longer, and finance gets
 * a case, since it has to go back. Should the right sum come after all, it is handled as any that comes too late (F20).
 */
async function callOffUnbelieved(tx: Tx, payment: PaymentRow, answer: Claim): Promise<'cancelled'> {
  await applyClaims(tx, [{ ...answer, paymentId: payment.id, orderId: payment.order_id, state: 'cancelled' }]);
  sayFound(tx, await tx.sql(openUnbelieved, [payment.id, answer.capturedFen.toString(), tx.now]));
  return 'cancelled';
}
