import { useQueryClient } from '@tanstack/react-query';
import { routeKey, toast, useSend } from '@xihuo/ui';
import type { ProductKey } from '../group-fields';
import { LISTING, openChange, type Body, type Listing } from './typed';

/** Puts other fields in the place of those the open change has; its note stays. */
export function useChange(
  listing: Listing,
  product: ProductKey,
  { told, close }: { told: string; close?: () => void },
) {
  const queries = useQueryClient();
  const send = useSend('PUT /suppliers/{supplierId}/products/{productId}/listing/change', {
    onSuccess: (next) => {
      queries.setQueryData(routeKey(LISTING, { params: { ...product } }), next);
      toast(told);
      close?.();
    },
  });
  const put = (fields: Body['fields']) =>
    send.mutate({
      params: { ...product },
      version: listing.version,
      body: { fields, note: openChange(listing)?.note ?? '' },
    });
  return { put, isPending: send.isPending, error: send.error };
}
