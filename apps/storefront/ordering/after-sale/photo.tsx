import { useApi } from '@xihuo/ui';
import { useCallback } from 'react';

/** A photo of a claim: read with the order's key, so shown from memory. */
export function Photo({
  orderId,
  photoId,
  headers,
  title,
}: {
  orderId: string;
  photoId: string;
  headers: Record<string, string>;
  title: string;
}) {
  const { data } = useApi(
    'GET /orders/{id}/after-sale-photos/{photoId}',
    { params: { id: orderId, photoId }, headers },
    { staleTime: Infinity },
  );
  const show = useCallback(
    (element: HTMLImageElement | null) => {
      if (!element || !data) return undefined;
      const address = URL.createObjectURL(data);
      element.src = address;
      return () => URL.revokeObjectURL(address);
    },
    [data],
  );
  return data ? (
    <img ref={show} alt={title} className="size-24 rounded-md border border-line object-cover" />
  ) : (
    <span className="block size-24 rounded-md bg-sunken" aria-label={title} />
  );
}
