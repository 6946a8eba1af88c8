import { useQueryClient } from '@tanstack/react-query';
import { routeKey, toast, useSend, type ApiProblem } from '@xihuo/ui';
import type { ProductKey } from '../group-fields';
import { LISTING, openChange, type Body, type Listing } from './typed';

/** Puts other fields in the place of those the open change has; its note stays. */
export function useChange(
  listing: Listing,
  product: ProductKey,
  { told, close, refused }: { told: string; close?: () => void; refused?: (problem: ApiProblem) => void },
) {
  const queries = useQueryClient();
  const send = useSend('PUT /suppliers/{supplierId}/products/{productId}/listing/change', {
    onError: (problem) => {
      refused?.(problem);
      void queries.invalidateQueries({ queryKey: routeKey(LISTING) });
    },
    onSuccess: (next) => {
      queries.setQueryData(routeKey(LISTING, { params: { ...product } }), next);
      toast(told);
      close?.();
    },
  });
  const put = (fields: Body['fields'], version = listing.version) =>
    send.mutate({
      params: { ...product },
      version,
      body: { fields, note: openChange(listing)?.note ?? '' },
    });
  return { put, isPending: send.isPending, error: send.error };
}
