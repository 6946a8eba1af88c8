import { Dialog } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../words';

interface ReviewPhotosProps {
  review: { readonly id: string; readonly photoIds: readonly string[] };
}

const addressOf = (id: string, photoId: string, size: 'large' | 'small') =>
  `/api/v1/reviews/${id}/photos/${photoId}?size=${size}`;

/** Photos beside a review, small; one of them large over the page. */
export function ReviewPhotos({ review: { id, photoIds } }: ReviewPhotosProps) {
  const t = useT();
  const [large, setLarge] = useState<number>();
  if (photoIds.length === 0) return null;
  return (
    <>
      <ul className="mt-2 flex flex-wrap gap-2">
        {photoIds.map((photoId, index) => (
          <li key={photoId}>
            <button
              type="button"
              aria-label={t('review.photo', { nth: index + 1, of: photoIds.length })}
              onClick={() => setLarge(index)}
              className="block rounded-md"
            >
              <img
                {...{ src: addressOf(id, photoId, 'small'), width: 96, height: 96, loading: 'lazy', alt: '' }}
                className="size-20 rounded-md border border-line bg-sunken object-cover sm:size-24"
              />
            </button>
          </li>
        ))}
      </ul>
      {large !== undefined && (
        <Dialog
          open
          wide
          title={t('review.photo', { nth: large + 1, of: photoIds.length })}
          onClose={() => setLarge(undefined)}
        >
          <img
            src={addressOf(id, photoIds[large]!, 'large')}
            alt={t('review.photo', { nth: large + 1, of: photoIds.length })}
            className="mx-auto max-h-[75dvh] rounded-md object-contain"
          />
        </Dialog>
      )}
    </>
  );
}
