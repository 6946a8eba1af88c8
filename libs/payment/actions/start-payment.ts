import { fail } from '@xihuo/contract';
import type { money } from '@xihuo/kernel';
import { command, failpoint, type Actor, type Database, type Tx } from '@xihuo/platform';
import { ProviderError } from '../provider/provider-error';
import type { PaymentProvider, StartedPayment } from '../provider/payment-provider';
import { findPayment, markCalled, type PaymentRow } from '../store/payment.sql';
import { applyClaims } from './apply-claims';
import { ensureMerchants } from './ensure-merchants';
import { keepLost, keepOffer, keepRefused, openPayment, paymentView, type PaymentView } from './open-payment';

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
    const row = await openPayment(tx, request, till.providerName, request.legs);
    if (row.state !== 'captured' && row.provider_payment === null) await tx.sql(markCalled, [row.id, tx.now]);
    return { ...row, isOld: tx.now.getTime() - row.created_at.getTime() > KEYS_KNOWN_MS };
  });
  if (payment.state === 'captured') return paymentView(payment);

  failpoint('payment.start:beforeCall');
  const offer = await offerOf(till, request, payment, merchants).catch(async (error: unknown) => {
    const keep = (name: string, how: typeof keepLost) =>
      command(till.database, { name, actor, requestId }, (tx) => how(tx, payment.id));
    if (error instanceof ProviderError && error.failure !== 'unknown') {
      await keep('payment.refused', keepRefused);
      if (error.failure === 'declined') throw fail('PAYMENT_DECLINED', { detail: error.code });
      sayRefused(error);
    }
    await keep('payment.lost', keepLost);
    throw fail('PAYMENT_PROVIDER_UNKNOWN');
  });
  failpoint('payment.start:afterCall');

  const { view: row } = await command(till.database, { name: 'payment.offered', actor, requestId }, async (tx) => {
    await keepOffer(tx, payment.id, offer.paymentRef, offer.clientAction);
    const [kept] = await tx.sql(findPayment, [payment.id]);
    return kept!;
  });
  if (row.state === 'cancelled' || row.provider_payment !== offer.paymentRef)
    await callOff(till, payment.id, offer.paymentRef, { actor, requestId });
  return paymentView(row);
}

/** Stripe may forget what it answered under a key after 24 hours. */
const KEYS_KNOWN_MS = 20 * 3_600_000;

type Offer = Pick<StartedPayment, 'paymentRef' | 'clientAction'>;

/** What is known to be there is resumed; what may be there under a key that is forgotten is looked for; else it is made under our key. */
async function offerOf(
  till: Till,
  request: PaymentRequest,
  payment: PaymentRow & { isOld: boolean },
  merchants: ReadonlyMap<string, string>,
): Promise<Offer> {
  const { provider } = till;
  const found = payment.provider_payment === null && payment.isOld && (await provider.query({ paymentId: payment.id }));
  const paymentRef = found ? found.paymentRef : payment.provider_payment;
  if (paymentRef !== null)
    return { paymentRef, clientAction: await provider.clientAction(paymentRef, request.returnUrl) };
  return provider.createCombined({
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
  });
}

/** Given up while it was being made, or made beside one that is known already: nobody has its address, and nobody shall pay it. */
async function callOff(
  { provider, database }: Till,
  paymentId: string,
  paymentRef: string,
  by: { actor: Actor; requestId: string },
): Promise<void> {
  const answer = await provider
    .cancel({ paymentRef, idempotencyKey: `cancel:${paymentId}:${paymentRef}` })
    .catch((error: unknown) => {
      throw error instanceof ProviderError ? fail('PAYMENT_PROVIDER_UNKNOWN') : error;
    });
  await command(database, { name: 'payment.calledOff', ...by }, (tx) => applyClaims(tx, [answer]));
}

/** What the provider will never take as it is: asked again it is refused again, and the order may be given up. */
function sayRefused(error: unknown): never {
  throw error instanceof ProviderError ? fail('PAYMENT_REFUSED', { detail: error.code }) : error;
}
