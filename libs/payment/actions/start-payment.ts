import { fail } from '@xihuo/contract';
import type { money } from '@xihuo/kernel';
import { command, failpoint, type Actor, type Database, type Tx } from '@xihuo/platform';
import { ProviderError } from '../provider/provider-error';
import type { PaymentProvider } from '../provider/payment-provider';
import { findPayment } from '../store/payment.sql';
import { ensureMerchants } from './ensure-merchants';
import { keepLost, keepOffer, openPayment, paymentView, type PaymentView } from './open-payment';

export interface PaymentRequest {
  orderId: string;
  orderNumber: string;
  legs: readonly { supplierOrderId: string; supplierId: string; amountFen: money.Fen }[];
  returnUrl: string;
  /** Asked in the very transaction that opens the payment: throws where the order may no longer be paid. */
  recheck?: (tx: Tx) => Promise<unknown>;
  actor: Actor;
  requestId: string;
}

/** What a payment needs beside its transaction. */
export interface Till {
  database: Database;
  provider: PaymentProvider;
  /** sandbox or stripe, as it is written on the rows. */
  providerName: string;
}

/**
 * Starts or resumes the payment of an order: intent row, commit, provider call under our own key, result row. No
 * transaction is open while the provider is asked. After a crash anywhere the next call, the webhook or the poller goes on.
 *
 * @throws ProblemError PAYMENT_NOT_POSSIBLE, PAYMENT_DECLINED, PAYMENT_REFUSED, PAYMENT_PROVIDER_UNKNOWN
 */
export async function startPayment(till: Till, request: PaymentRequest): Promise<PaymentView> {
  const { actor, requestId } = request;
  const merchants = await ensureMerchants(
    till,
    request.legs.map((leg) => leg.supplierId),
    { actor, requestId },
  ).catch(sayRefused);
  const { view: payment } = await command(till.database, { name: 'payment.open', actor, requestId }, async (tx) => {
    await request.recheck?.(tx);
    return openPayment(tx, request, till.providerName, request.legs);
  });
  if (payment.state === 'captured') return paymentView(payment);

  failpoint('payment.start:beforeCall');
  const started = await till.provider
    .createCombined({
      paymentId: payment.id,
      orderId: request.orderId,
      description: `西货 Xihuo ${request.orderNumber}`,
      legs: request.legs.map((leg) => ({
        legId: leg.supplierOrderId,
        merchantRef: merchants.get(leg.supplierId)!,
        amountFen: leg.amountFen,
      })),
      returnUrl: request.returnUrl,
      idempotencyKey: `payment:${payment.id}`,
    })
    .catch(async (error: unknown) => {
      if (error instanceof ProviderError && error.failure === 'declined')
        throw fail('PAYMENT_DECLINED', { detail: error.code });
      if (error instanceof ProviderError && error.failure === 'rejected') sayRefused(error);
      await command(till.database, { name: 'payment.lost', actor, requestId }, (tx) => keepLost(tx, payment.id));
      throw fail('PAYMENT_PROVIDER_UNKNOWN');
    });
  failpoint('payment.start:afterCall');

  const { view } = await command(till.database, { name: 'payment.offered', actor, requestId }, async (tx) => {
    await keepOffer(tx, payment.id, started.paymentRef, started.clientAction);
    const [row] = await tx.sql(findPayment, [payment.id]);
    return paymentView(row!);
  });
  return view;
}

/** What the provider will never take as it is: asked again it is refused again, and the order may be given up. */
function sayRefused(error: unknown): never {
  throw error instanceof ProviderError ? fail('PAYMENT_REFUSED', { detail: error.code }) : error;
}
