import { useApi, type ApiProblem } from '@xihuo/ui';
import { useEffect } from 'react';
import { check, type CheckedItem, type ServerCart } from './cart';
import { cartCopy, cartHeaders, tellAll, useCart, useCartToken, usePending } from './cart-store';
import { adopt } from './cart-sync';
import { keptDelivery } from './delivery';

interface CheckedCart {
  items: CheckedItem[];
  /** As the server prices it; null while something here has not been told yet, or it cannot be asked. */
  view: ServerCart | null;
  checking: boolean;
  problem: ApiProblem | null;
}

/**
 * The cart held against the server's, with freight to the place that was last typed. `coupons`: ids by comma, `none`, or
 * null for those that help most. `pickup`: the venue where it is fetched, so that nothing is charged for sending it.
 */
export function useCheckedCart(coupons: string | null = null, pickup: string | null = null): CheckedCart {
  const cart = useCart();
  const pending = usePending();
  const token = useCartToken();
  const { regionCode } = keptDelivery.use();
  const query = { ...(regionCode && { region: regionCode }), ...(coupons && { coupons }), ...(pickup && { pickup }) };
  const asked = useApi(
    'GET /cart',
    { query, headers: cartHeaders(token) },
    { staleTime: 0, refetchOnWindowFocus: true, enabled: pending.length === 0, placeholderData: (before) => before },
  );
  const { data, isFetching, isPlaceholderData } = asked;
  const isTold = pending.length === 0;
  useEffect(() => {
    if (!data || isPlaceholderData || isFetching || cartCopy.pending.get().length > 0) return;
    const here = cartCopy.cart.get();
    // Thrown away there, or never told: nothing is lost here.
    if (data.groups.length === 0 && data.invalid.length === 0 && here.length > 0) tellAll();
    else if (adopt(here, data) !== here) cartCopy.cart.set(adopt(here, data));
  }, [data, isFetching, isPlaceholderData]);
  const isCurrent = isTold && !isFetching && !isPlaceholderData && !asked.error;
  return {
    items: check(cart, data),
    view: isCurrent && data ? data : null,
    checking: asked.isFetching || !isTold,
    problem: asked.error,
  };
}
