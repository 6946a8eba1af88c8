import { ApiProblem, forgetIdempotencyKey, idempotencyKey, toast, useSend, type Input, type Output } from '@xihuo/ui';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { usePayment } from '../payment/use-payment';
import { useT } from '../words';
import { remove } from './cart';
import { updateCart } from './cart-store';
import type { payerOf } from './invoice-payer';
import { keepOrderKey, orderHeaders } from './order-keys';
import { priceChangesOf, totalChangeOf, type PriceChange } from './price-change';

type Placed = Output<'POST /orders'>;
export type OrderBody = Input<'POST /orders'>['body'];

/** Refused for good: under the same key the same refusal would come again, so the next attempt is a new request. */
function refused(problem: unknown): boolean {
  return (
    problem instanceof ApiProblem &&
    problem.status >= 400 &&
    problem.status < 500 &&
    problem.code !== 'IDEMPOTENCY_KEY_RUNNING'
  );
}

/** Places the order, keeps its key, takes what was bought out of the cart, and goes on to pay. */
export function usePlaceOrder() {
  const navigate = useNavigate();
  const t = useT();
  const place = useSend('POST /orders');
  const ask = useSend('POST /orders/{id}/invoices');
  const { pay } = usePayment();
  const [changes, setChanges] = useState<PriceChange[] | null>(null);
  const [pending, setPending] = useState(false);
  const running = useRef(false);

  /** The order stands without it; what could not be asked for here is asked for on its page. */
  const askInvoice = (order: Placed, payer: NonNullable<ReturnType<typeof payerOf>>) =>
    ask
      .mutateAsync({
        params: { id: order.id },
        body: { ...payer, supplierOrderIds: order.supplierOrders.map((part) => part.id) },
        headers: orderHeaders(order.token),
        idempotencyKey: `invoice.${order.id}`,
      })
      .catch(() => toast(t('ownInvoice.notAsked'), 'bad'));

  /**
   * Whether the order was placed; `payer`: as whom an invoice is asked for, or null. From the press to the cashier it is one thing: the key
   * is forgotten once the order stands, and a second press before the cart is empty would be a second order.
   */
  const submit = async (body: OrderBody, payer: ReturnType<typeof payerOf>): Promise<boolean> => {
    if (running.current) return true;
    running.current = true;
    setPending(true);
    try {
      const order = await place.mutateAsync({ body, idempotencyKey: idempotencyKey('order', body) });
      forgetIdempotencyKey('order');
      keepOrderKey({ id: order.id, token: order.token, number: order.number, placedAt: order.placedAt });
      if (payer) await askInvoice(order, payer);
      // The order stands from here on: should the cashier not answer, its own page offers to pay again.
      await navigate(`/orders/${order.id}`, { replace: true });
      updateCart((cart) =>
        remove(
          cart,
          body.lines.map((line) => line.skuId),
        ),
      );
      await pay(order.id, order.token).catch(() => undefined);
      return true;
    } catch (problem) {
      if (refused(problem)) forgetIdempotencyKey('order');
      setChanges(priceChangesOf(problem));
      return false;
    } finally {
      running.current = false;
      setPending(false);
    }
  };
  return {
    submit,
    changes,
    totalChange: totalChangeOf(place.error),
    dismiss: () => setChanges(null),
    pending,
    problem: place.error,
  };
}
