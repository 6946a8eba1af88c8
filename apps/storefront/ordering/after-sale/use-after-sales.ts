import { routeKey, useApi, type Output } from '@xihuo/ui';
import { useQueryClient } from '@tanstack/react-query';
import { orderHeaders, useOrderKeys } from '../order-keys';

export type AfterSales = Output<'GET /orders/{id}/after-sales'>;
export type AfterSaleCase = AfterSales['data'][number];
export type Claimable = AfterSales['claimable'][number];

/** The cases of an order and what may be claimed, by the key this browser keeps or by the account. */
export function useAfterSales(id: string) {
  const token = useOrderKeys().find((key) => key.id === id)?.token;
  const headers = orderHeaders(token);
  const query = useApi('GET /orders/{id}/after-sales', { params: { id }, headers }, { staleTime: 0 });
  return { query, headers };
}

/** After a step both the cases and the order say something else. */
export function useReload() {
  const queries = useQueryClient();
  return () => {
    for (const route of [
      'GET /orders/{id}/after-sales',
      'GET /organisations/{id}/after-sales',
      'GET /orders/{id}',
    ] as const)
      void queries.invalidateQueries({ queryKey: routeKey(route) });
  };
}
