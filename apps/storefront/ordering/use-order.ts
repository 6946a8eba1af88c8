import { useApi, type Output } from '@xihuo/ui';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { backFromCashier, leftForCashier } from '../payment/use-payment';
import { pauseAfter } from '../payment/poll';
import { keepOrderKey, orderHeaders, useOrderKeys } from './order-keys';

export type Order = Output<'GET /orders/{id}'>;

/** A link with the key in its fragment: keep the key and take it out of the address bar, where others may read it. */
function useKeyFromLink(id: string): string | undefined {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const kept = useOrderKeys().find((key) => key.id === id)?.token;
  const token = hash.length > 20 ? decodeURIComponent(hash.slice(1)) : undefined;
  useEffect(() => {
    if (!token) return;
    keepOrderKey({ id, token, number: '', placedAt: new Date().toISOString() });
    void navigate(`/orders/${id}`, { replace: true });
  }, [id, token, navigate]);
  return token ?? kept;
}

/** Whether we have just come back from the cashier and the provider's word is still on its way. */
function useConfirming(id: string, order: Order | undefined) {
  const [since] = useState(() => leftForCashier(id));
  const [gaveUp, setGaveUp] = useState(false);
  const unpaid = order?.state === 'awaitingPayment' || order?.state === 'expiring';
  useEffect(() => {
    if (order && !unpaid) backFromCashier(id);
  }, [id, order, unpaid]);
  return { confirming: since !== null && unpaid && !gaveUp, gaveUp: gaveUp && unpaid, giveUp: () => setGaveUp(true) };
}

/** The order by the server's state alone: what the cashier's redirect claims is never shown. */
export function useOrder(id: string) {
  const token = useKeyFromLink(id);
  const [looks, setLooks] = useState(0);
  const order = useApi(
    'GET /orders/{id}',
    { params: { id }, headers: orderHeaders(token) },
    { staleTime: 0, refetchOnWindowFocus: true },
  );
  const { confirming, gaveUp, giveUp } = useConfirming(id, order.data);
  const refetch = order.refetch;
  useEffect(() => {
    if (!confirming) return undefined;
    const pause = pauseAfter(looks);
    if (pause === false) {
      giveUp();
      backFromCashier(id);
      return undefined;
    }
    const timer = setTimeout(() => {
      void refetch();
      setLooks(looks + 1);
    }, pause);
    return () => clearTimeout(timer);
    // giveUp is made anew with each render; looks and confirming decide.
  }, [confirming, looks, id, refetch]);
  return { order, token, confirming, gaveUp };
}
