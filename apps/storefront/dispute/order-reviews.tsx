import { Button, Card, useApi } from '@xihuo/ui';
import { useState } from 'react';
import { lazyPart } from '../frame/later';
import { orderHeaders } from '../ordering/order-keys';
import { useT } from '../words';
import { ReviewPhotos } from './review-photos';
import { Stars } from './stars';

const ReviewForm = lazyPart(() => import('./review-form'), 'ReviewForm', 'afterSale', 'dispute');

/** What was received and may be reviewed, and what was said of it. */
export function OrderReviews({ orderId, token }: { orderId: string; token: string | undefined }) {
  const t = useT();
  const [open, setOpen] = useState<string | null>(null);
  const query = useApi(
    'GET /orders/{id}/reviews',
    { params: { id: orderId }, headers: orderHeaders(token) },
    { staleTime: 0 },
  );
  if (!query.data || query.data.data.length === 0) return null;
  return (
    <Card title={t('review.ofOrder')}>
      <ul className="divide-y divide-line">
        {query.data.data.map((line) => (
          <li key={line.lineId} className="py-3">
            <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <span lang="zh-CN">
                {line.productName} <span className="whitespace-nowrap text-ink-faint">{line.pack}</span>
              </span>
              {line.review ? (
                <Stars score={line.review.score} />
              ) : (
                open !== line.lineId && (
                  <Button look="secondary" size="small" onClick={() => setOpen(line.lineId)}>
                    {t('review.write')}
                  </Button>
                )
              )}
            </p>
            {line.review?.words && (
              <p lang="zh-CN" className="break-words whitespace-pre-line text-ink-soft">
                {line.review.words}
              </p>
            )}
            {line.review && !line.review.hidden && <ReviewPhotos review={line.review} />}
            {line.review?.hidden && (
              <p className="text-sm text-ink-faint">
                {t('review.hidden', { ground: t(`review.ground.${line.review.hidden}`) })}
              </p>
            )}
            {!line.review && open === line.lineId && <ReviewForm orderId={orderId} line={line} token={token} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}
