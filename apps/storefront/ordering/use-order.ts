import { useApi, type Output } from '@xihuo/ui';
import { useCallback, useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useStanding } from '../payment/use-standing';
import { keepOrderKey, nameOrderKey, orderHeaders, useOrderKeys } from './order-keys';

export type Order = Output<'GET /orders/{id}'>;
/** As lists have it. */
export type ListedOrder = Output<'GET /me/orders'>['data'][number];

/**
 * A link with the key in its fragment: keep the key and take it out of the address bar, where others may read it. What a
 * cashier appended on the way back goes too; its claims are never shown, and one of them is a secret.
 */
function useKeyFromLink(id: string): string | undefined {
  const { hash, search } = useLocation();
  const navigate = useNavigate();
  const kept = useOrderKeys().find((key) => key.id === id)?.token;
  const token = hash.length > 20 ? decodeURIComponent(hash.slice(1)) : undefined;
  useEffect(() => {
    if (token) keepOrderKey({ id, token, number: '', placedAt: new Date().toISOString() });
    if (token || search) void navigate(`/orders/${id}`, { replace: true });
  }, [id, token, search, navigate]);
  return token ?? kept;
}

/** The order by the server's state alone. */
export function useOrder(id: string) {
  const token = useKeyFromLink(id);
  const order = useApi(
    'GET /orders/{id}',
    { params: { id }, headers: orderHeaders(token) },
    { staleTime: 0, refetchOnWindowFocus: true },
  );
  const { data, refetch } = order;
  useEffect(() => {
    if (data) nameOrderKey(data);
  }, [data]);
  const look = useCallback(() => void refetch(), [refetch]);
  return { order, token, standing: useStanding(id, data, look) };
}
