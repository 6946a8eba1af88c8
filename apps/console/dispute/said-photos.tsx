import { Dialog, useApi } from '@xihuo/ui';
import { useState } from 'react';
import { useSource } from '../frame/use-source';
import { useT } from '../words';

interface SaidPhotosProps {
  review: { readonly id: string; readonly saidPhotoIds: readonly string[] };
}

/** What a buyer showed, hidden or not: read with the session, since everybody else does not see what is hidden. */
export function SaidPhotos({ review: { id, saidPhotoIds } }: SaidPhotosProps) {
  const t = useT();
  const [large, setLarge] = useState<number>();
  if (saidPhotoIds.length === 0) return null;
  const titleOf = (index: number) => t('reviews.photo', { nth: index + 1, of: saidPhotoIds.length });
  return (
    <>
      <ul className="mt-1 flex flex-wrap gap-2">
        {saidPhotoIds.map((photoId, index) => (
          <li key={photoId}>
            <button
              type="button"
              aria-label={titleOf(index)}
              onClick={() => setLarge(index)}
              className="block rounded-md"
            >
              <Photo {...{ id, photoId }} size="small" title="" />
            </button>
          </li>
        ))}
      </ul>
      {large !== undefined && (
        <Dialog open wide title={titleOf(large)} onClose={() => setLarge(undefined)}>
          <Photo {...{ id }} photoId={saidPhotoIds[large]!} size="large" title={titleOf(large)} />
        </Dialog>
      )}
    </>
  );
}

function Photo({ id, photoId, size, title }: { id: string; photoId: string; size: 'large' | 'small'; title: string }) {
  const { data } = useApi(
    'GET /reviews/{id}/photos/{photoId}',
    { params: { id, photoId }, query: { size } },
    { staleTime: Infinity },
  );
  const shape = size === 'small' ? 'size-16 object-cover' : 'mx-auto max-h-[75dvh] object-contain';
  return data ? (
    <Shown file={data} title={title} className={`${shape} rounded-md border border-line`} />
  ) : (
    <span className={`${shape} block rounded-md bg-sunken`} />
  );
}

function Shown({ file, title, className }: { file: Blob; title: string; className: string }) {
  return <img ref={useSource<HTMLImageElement>(file)} alt={title} className={className} />;
}
