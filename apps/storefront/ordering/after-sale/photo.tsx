import { useApi } from '@xihuo/ui';
import { useCallback } from 'react';

interface PhotoProps {
  orderId: string;
  photoId: string;
  headers: Record<string, string>;
  title: string;
}

/** A photo of a claim: read with the order's key, so shown from memory. */
export function Photo({ orderId, photoId, headers, title }: PhotoProps) {
  const { data } = useApi(
    'GET /orders/{id}/after-sale-photos/{photoId}',
    { params: { id: orderId, photoId }, headers },
    { staleTime: Infinity },
  );
  return data ? (
    <Picture file={data} title={title} />
  ) : (
    <span className="block size-24 rounded-md bg-sunken" aria-label={title} />
  );
}

export function Picture({ file, title }: { file: Blob; title: string }) {
  const show = useCallback(
    (element: HTMLImageElement | null) => {
      if (!element) return undefined;
      const address = URL.createObjectURL(file);
      element.src = address;
      return () => URL.revokeObjectURL(address);
    },
    [file],
  );
  return <img ref={show} alt={title} className="size-24 rounded-md border border-line object-cover" />;
}
