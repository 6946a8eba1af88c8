import { forgetIdempotencyKey, idempotencyKey, useSend } from '@xihuo/ui';
import { useEffect, useState } from 'react';
import { orderHeaders } from '../ordering/order-keys';
import { leaveForCashier } from './cashier-mark';

/** Starts or resumes the payment of an order; what comes back says where the provider wants the buyer. */
export function useStartPayment() {
  const start = useSend('POST /orders/{id}/payment');
  const begin = async (orderId: string, token: string | undefined) => {
    const scope = `payment.${orderId}`;
    const payment = await start.mutateAsync({
      params: { id: orderId },
      body: {},
      headers: orderHeaders(token),
      idempotencyKey: idempotencyKey(scope, {}),
    });
    forgetIdempotencyKey(scope);
    return payment;
  };
  return { begin, pending: start.isPending, problem: start.error };
}

/** Starts a payment and goes to where it is made: the provider's cashier, or our page that holds the provider's form. */
export function usePayment() {
  const { begin, pending, problem } = useStartPayment();
  const [leaving, setLeaving] = useState(false);
  useEffect(() => {
    // Back from the cashier may bring this page out of the browser's memory, its button still busy with leaving.
    const shown = () => setLeaving(false);
    window.addEventListener('pageshow', shown);
    return () => window.removeEventListener('pageshow', shown);
  }, []);

  const pay = async (orderId: string, token: string | undefined) => {
    const payment = await begin(orderId, token);
    if (payment.action === null) return;
    setLeaving(true);
    if (payment.action.kind === 'redirect') {
      leaveForCashier(orderId);
      window.location.assign(payment.action.url);
    } else {
      // A real step to another document: only that one may load the provider's script.
      window.location.assign(`/pay/${orderId}`);
    }
  };
  return { pay, pending: pending || leaving, problem };
}
