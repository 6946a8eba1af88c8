import { Button, Card, formatDate, formatNumber, useApi, useLocale, usePages, type Output } from '@xihuo/ui';
import { useState } from 'react';
import type { Rating } from '../catalogue/rating';
import { useT } from '../words';
import { ReviewPhotos } from './review-photos';
import { Stars } from './stars';

type Review = Output<'GET /products/{slug}/reviews'>['data'][number];

interface SummaryProps {
  rating: Rating;
  /** Of which only the reviews are shown; undefined for all. */
  score: number | undefined;
  onScore: (score: number | undefined) => void;
}

/** Average and distribution; each of its lines shows the reviews it counts. */
function Summary({ rating, score: chosen, onScore }: SummaryProps) {
  const t = useT();
  const locale = useLocale();
  if (rating.averageTenths === null) return <p className="text-ink-soft">{t('review.unrated')}</p>;
  const average = formatNumber(rating.averageTenths / 10, locale);
  return (
    <div className="flex flex-col gap-3">
      <p>
        <span className="numeric text-2xl">{average}</span>{' '}
        <span className="text-ink-soft">{t('review.count', { count: rating.count })}</span>
      </p>
      <ul>
        {[5, 4, 3, 2, 1].map((score) => {
          const count = rating.distribution[score - 1]!;
          return (
            <li key={score}>
              <button
                type="button"
                aria-pressed={chosen === score}
                aria-label={t('review.only', { score, count })}
                onClick={() => onScore(chosen === score ? undefined : score)}
                className="-mx-2 flex min-h-target w-[calc(100%+1rem)] items-center gap-3 rounded-md px-2 text-sm hover:bg-sunken aria-pressed:bg-green-wash"
              >
                <span className="w-10 text-start whitespace-nowrap">{t('review.points', { score })}</span>
                <span aria-hidden className="h-2 flex-1 rounded-full bg-sunken">
                  <span
                    className="block h-2 rounded-full bg-amber"
                    style={{ width: `${(100 * count) / Math.max(1, rating.count)}%` }}
                  />
                </span>
                <span className="numeric w-10 text-end text-ink-soft">{count}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function One({ review }: { review: Review }) {
  const t = useT();
  const locale = useLocale();
  return (
    <li className="py-4">
      <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-faint">
        <Stars score={review.score} />
        <span>{formatDate(review.writtenAt, locale)}</span>
        <span lang="zh-CN">
          {review.pack} · {review.supplierName}
        </span>
      </p>
      {review.hidden ? (
        <p className="text-ink-faint">{t('review.hidden', { ground: t(`review.ground.${review.hidden}`) })}</p>
      ) : (
        review.words && (
          <p lang="zh-CN" className="break-words whitespace-pre-line">
            {review.words}
          </p>
        )
      )}
      <ReviewPhotos review={review} />
      {review.reply && (
        <p lang="zh-CN" className="mt-2 border-s-2 border-line ps-3 text-ink-soft">
          {t('review.reply')}：{review.reply.words}
        </p>
      )}
    </li>
  );
}

/** What buyers who received it say, with all scores counted. */
export function ProductReviews({ slug }: { slug: string }) {
  const t = useT();
  const first = useApi('GET /products/{slug}/reviews', { params: { slug }, query: { limit: 1 } });
  const [score, setScore] = useState<number>();
  const [photos, setPhotos] = useState(false);
  const query = { limit: 10, ...(score !== undefined && { score }), ...(photos && { photos: 'true' as const }) };
  const pages = usePages('GET /products/{slug}/reviews', { params: { slug }, query });
  if (!first.data) return null;
  return (
    <Card title={t('review.title')}>
      <Summary rating={first.data.rating} score={score} onScore={setScore} />
      {first.data.rating.withPhotos > 0 && (
        <Button
          look={photos ? 'primary' : 'secondary'}
          size="small"
          className="mt-3"
          aria-pressed={photos}
          onClick={() => setPhotos(!photos)}
        >
          {t('review.withPhotos', { count: first.data.rating.withPhotos })}
        </Button>
      )}
      {score !== undefined && (
        <Button look="quiet" size="small" className="-ms-3" onClick={() => setScore(undefined)}>
          {t('review.all')}
        </Button>
      )}
      {(score !== undefined || photos) && pages.rows?.length === 0 && (
        <p className="text-ink-soft">{t('review.noneOfScore')}</p>
      )}
      {pages.rows && pages.rows.length > 0 && (
        <ul className="mt-3 divide-y divide-line border-t border-line">
          {pages.rows.map((review) => (
            <One key={review.id} review={review} />
          ))}
        </ul>
      )}
      {pages.hasNextPage && (
        <Button look="secondary" pending={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('review.more')}
        </Button>
      )}
      <p className="mt-3 text-sm text-ink-faint">{t('review.rule')}</p>
    </Card>
  );
}
