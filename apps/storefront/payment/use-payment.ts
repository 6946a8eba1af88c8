import { forgetIdempotencyKey, idempotencyKey, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { orderHeaders } from '../ordering/order-keys';

const slot = (orderId: string) => `xihuo.paying.${orderId}`;

/** When this browser last left for the cashier of an order, in milliseconds; null if it did not. */
export function leftForCashier(orderId: string): number | null {
  const at = Number(sessionStorage.getItem(slot(orderId)) ?? NaN);
  return Number.isFinite(at) ? at : null;
}

export function backFromCashier(orderId: string): void {
  sessionStorage.removeItem(slot(orderId));
}

/** Starts or resumes the payment of an order and goes where the provider wants the buyer. */
export function usePayment() {
  const start = useSend('POST /orders/{id}/payment');
  const [needsForm, setNeedsForm] = useState(false);

  const pay = async (orderId: string, token: string | undefined) => {
    const scope = `payment.${orderId}`;
    const payment = await start.mutateAsync({
      params: { id: orderId },
      body: {},
      headers: orderHeaders(token),
      idempotencyKey: idempotencyKey(scope, {}),
    });
    forgetIdempotencyKey(scope);
    if (payment.action?.kind === 'redirect') {
      sessionStorage.setItem(slot(orderId), String(Date.now()));
      window.location.assign(payment.action.url);
    } else if (payment.action?.kind === 'stripe') {
      setNeedsForm(true);
    }
    return payment;
  };
  return { pay, pending: start.isPending, problem: start.error, needsForm };
}
