import { formatNumber, useApi, useLocale, type Output } from '@xihuo/ui';
import { goTo } from '../frame/later';
import { useT } from '../words';

export type Rating = Output<'GET /products/{slug}/reviews'>['rating'];

/** How buyers who received it judged a product; asked once for the line by the price and what the page says to machines. */
export function useRating(slug: string): Rating | undefined {
  return useApi('GET /products/{slug}/reviews', { params: { slug }, query: { limit: 1 } }).data?.rating;
}

/** The average by the price, and the way down to what was said; nothing while nobody has said anything. */
export function RatingLine({ rating }: { rating: Rating | undefined }) {
  const t = useT();
  const locale = useLocale();
  if (!rating || rating.averageTenths === null) return null;
  const average = formatNumber(rating.averageTenths / 10, locale);
  return (
    <button
      type="button"
      onClick={() => goTo('reviews')}
      className="flex min-h-target items-center gap-2 self-start text-sm text-ink-soft underline-offset-4 hover:underline"
    >
      <span aria-hidden className="text-amber">
        ★
      </span>
      {t('product.rated', { average, count: rating.count })}
    </button>
  );
}
