import { useApi, type Output } from '@xihuo/ui';
import { useCallback, useEffect, useState } from 'react';
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

/**
 * Back from the cashier, the provider's word may still be on its way: look again after 2, 4, 8 seconds and so on. After a
 * minute we stop asking and say so; the word itself may still come.
 */
function useConfirming(id: string, order: Order | undefined, look: () => void) {
  const [left] = useState(() => leftForCashier(id) !== null);
  const [looks, setLooks] = useState(0);
  const unpaid = order?.state === 'awaitingPayment' || order?.state === 'expiring';
  const pause = pauseAfter(looks);
  const confirming = left && unpaid && pause !== false;
  // Only what this page found on opening: a mark just made is for the page that the cashier leads back to.
  const over = left && order !== undefined && !confirming;
  useEffect(() => {
    if (over) backFromCashier(id);
  }, [id, over]);
  useEffect(() => {
    if (!confirming) return undefined;
    const timer = setTimeout(() => {
      look();
      setLooks((before) => before + 1);
    }, pause);
    return () => clearTimeout(timer);
  }, [confirming, pause, looks, look]);
  return { confirming, gaveUp: left && unpaid && pause === false };
}

/** The order by the server's state alone: what the cashier's redirect claims is never shown. */
export function useOrder(id: string) {
  const token = useKeyFromLink(id);
  const order = useApi(
    'GET /orders/{id}',
    { params: { id }, headers: orderHeaders(token) },
    { staleTime: 0, refetchOnWindowFocus: true },
  );
  const { refetch } = order;
  const look = useCallback(() => void refetch(), [refetch]);
  return { order, token, ...useConfirming(id, order.data, look) };
}
