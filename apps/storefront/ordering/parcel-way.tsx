import { Badge, formatDateTime, Timeline, useLocale } from '@xihuo/ui';
import { useT } from '../words';
import type { Order } from './use-order';

type News = Order['supplierOrders'][number]['parcels'][number]['news'];
type Said = News[number];

const tones = {
  accepted: 'info',
  inTransit: 'info',
  outForDelivery: 'info',
  problem: 'attention',
  delivered: 'good',
  returned: 'bad',
  lost: 'bad',
} as const;

/** Where a parcel is by its carrier's last word, and on request all that was said of it. */
export function ParcelWay({ news }: { news: News }) {
  const t = useT();
  const locale = useLocale();
  const [last] = news;
  if (!last) return null;
  const whereOf = ({ place, note }: Said) => [place, note].filter((part) => part !== null).join(' · ');
  return (
    <div className="mt-2 border-t border-line pt-2">
      <p className="flex flex-wrap items-center gap-x-2">
        <Badge tone={tones[last.kind]}>{t(`parcel.kind.${last.kind}`)}</Badge>
        <span lang="zh-CN">{whereOf(last)}</span>
        <span className="text-sm text-ink-faint">{formatDateTime(last.at, locale)}</span>
      </p>
      {(last.kind === 'lost' || last.kind === 'returned') && (
        <p className="text-sm text-ink-soft">{t('parcel.claimed')}</p>
      )}
      {news.length > 1 && (
        <details>
          <summary className="flex min-h-target items-center text-sm text-green underline-offset-4 hover:underline">
            {t('parcel.way', { count: news.length })}
          </summary>
          <Timeline
            entries={news.map((said, index) => ({
              id: String(index),
              at: formatDateTime(said.at, locale),
              title: t(`parcel.kind.${said.kind}`),
              children: whereOf(said) === '' ? null : <span lang="zh-CN">{whereOf(said)}</span>,
            }))}
          />
        </details>
      )}
    </div>
  );
}
