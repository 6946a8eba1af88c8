import { Button, useApi } from '@xihuo/ui';
import { useState } from 'react';
import { Film } from '../../pictures/film';
import { useSource } from '../../pictures/use-source';
import { useT } from '../../words';

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

/** A film of a claim: fetched once somebody wants to see it, since it is a hundred photos long. */
export function ClaimFilm({ orderId, photoId, headers, title }: PhotoProps) {
  const t = useT();
  const [wanted, setWanted] = useState(false);
  const { data, error, refetch } = useApi(
    'GET /orders/{id}/after-sale-photos/{photoId}',
    // A file in so many words: it may take its time.
    { params: { id: orderId, photoId }, headers: { ...headers, accept: 'video/*' } },
    { staleTime: Infinity, enabled: wanted },
  );
  if (data) return <Film file={data} title={title} />;
  return (
    <Button
      look="secondary"
      pending={wanted && !error}
      onClick={() => (error ? void refetch() : setWanted(true))}
      className="min-h-24"
    >
      {t(error ? 'afterSale.filmAgain' : 'afterSale.filmShow')}
    </Button>
  );
}

export function Picture({ file, title }: { file: Blob; title: string }) {
  return file.type.startsWith('video/') ? (
    <div className="w-48">
      <Film file={file} title={title} />
    </div>
  ) : (
    <Still file={file} title={title} />
  );
}

function Still({ file, title }: { file: Blob; title: string }) {
  const show = useSource<HTMLImageElement>(file);
  return <img ref={show} alt={title} className="size-24 rounded-md border border-line object-cover" />;
}
