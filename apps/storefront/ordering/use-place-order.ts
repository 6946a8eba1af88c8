import { ApiProblem, forgetIdempotencyKey, idempotencyKey, useSend, type Input } from '@xihuo/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { usePayment } from '../payment/use-payment';
import { remove } from './cart';
import { updateCart } from './cart-store';
import { keepOrderKey } from './order-keys';
import { priceChangesOf, totalChangeOf, type PriceChange } from './price-change';

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
  const place = useSend('POST /orders');
  const { pay } = usePayment();
  const [changes, setChanges] = useState<PriceChange[] | null>(null);

  /** Whether the order was placed. */
  const submit = async (body: OrderBody): Promise<boolean> => {
    try {
      const order = await place.mutateAsync({ body, idempotencyKey: idempotencyKey('order', body) });
      forgetIdempotencyKey('order');
      keepOrderKey({ id: order.id, token: order.token, number: order.number, placedAt: order.placedAt });
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
    }
  };
  return {
    submit,
    changes,
    totalChange: totalChangeOf(place.error),
    dismiss: () => setChanges(null),
    pending: place.isPending,
    problem: place.error,
  };
}
