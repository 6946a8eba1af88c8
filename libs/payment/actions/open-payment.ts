import { fail, machines, type ResponseOf } from '@xihuo/contract';
import { money, must, states } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import type { ClientAction } from '../provider/payment-provider';
import {
  insertLegs,
  openPaymentSql,
  recordLost,
  recordOffer,
  recordRefused,
  type PaymentRow,
} from '../store/payment.sql';

export type PaymentView = ResponseOf<'POST /orders/{id}/payment'>;

export interface PaymentLeg {
  supplierOrderId: string;
  supplierId: string;
  amountFen: money.Fen;
}

/**
 * The intent, written before the provider is called: whatever happens to the call, the row says that there may be money.
 * Calling it again finds the same payment; after it was called off at the cashier, the next attempt. Whether the order may still be
 * paid is asked by the caller, in this transaction.
 */
export async function openPayment(
  tx: Tx,
  { orderId, orderNumber }: { orderId: string; orderNumber: string },
  provider: string,
  legs: readonly PaymentLeg[],
): Promise<PaymentRow> {
  const amount = money.sum(legs.map((leg) => leg.amountFen));
  const [payment] = await tx.sql(openPaymentSql, [orderId, provider, amount.toString(), tx.now, orderNumber]);
  must(payment !== undefined && payment.amount_fen === amount, 'the payment of an order is the sum of its legs');
  if (payment.state === 'cancelled') throw fail('PAYMENT_NOT_POSSIBLE', { detail: 'the payment was cancelled' });
  await tx.sql(insertLegs, [
    payment.id,
    legs.map((leg) => leg.supplierOrderId),
    legs.map((leg) => leg.supplierId),
    legs.map((leg) => leg.amountFen.toString()),
  ]);
  return payment;
}

export async function keepOffer(
  tx: Tx,
  paymentId: string,
  providerPayment: string,
  action: ClientAction,
): Promise<void> {
  const before = states.statesBefore(machines.paymentStates, 'offered');
  await tx.sql(recordOffer, [paymentId, providerPayment, JSON.stringify(action), before, tx.now]);
}

/** The provider's answer did not come: from now on the poller asks, and nothing is paid twice meanwhile. */
export async function keepLost(tx: Tx, paymentId: string): Promise<void> {
  await tx.sql(recordLost, [paymentId, tx.now, states.statesBefore(machines.paymentStates, 'lost')]);
}

/** The provider has said no to making it: as long as nobody asks again, there is nothing to be paid and nothing to be found. */
export async function keepRefused(tx: Tx, paymentId: string): Promise<void> {
  await tx.sql(recordRefused, [paymentId, tx.now, states.statesBefore(machines.paymentStates, 'failed')]);
}

export function paymentView(row: PaymentRow): PaymentView {
  const done = row.state === 'captured' || row.state === 'cancelled';
  return {
    id: row.id,
    state: row.state,
    amount: money.toWire(money.fen(row.amount_fen)),
    action: done ? null : (row.action as PaymentView['action']),
  };
}
