import { Card, formatDate, Tabs, Timeline, useApi, useLocale } from '@xihuo/ui';
import { useState } from 'react';
import { ProductGrid, ProductGridSkeleton } from '../catalogue/product-card';
import { useT } from '../words';

const TABS = ['story', 'papers', 'sums'] as const;
const DAYS = [
  ['sent', '2026-11-21T10:20:00+08:00'],
  ['packed', '2026-11-20T16:05:00+08:00'],
  ['picked', '2026-11-18T07:30:00+08:00'],
] as const;

/** What happened one after the other, and what stands behind one another. */
export function Moving() {
  const t = useT();
  const locale = useLocale();
  const [tab, setTab] = useState<string>(TABS[0]);
  return (
    <Card title={t('components.moving')}>
      <div className="flex flex-col gap-6">
        <Timeline
          entries={DAYS.map(([id, at]) => ({
            id,
            at: formatDate(at, locale),
            title: t(`components.day.${id}`),
          }))}
        />
        <Tabs
          label={t('components.tabs')}
          selected={tab}
          onSelect={setTab}
          items={TABS.map((id) => ({
            id,
            label: t(`components.tab.${id}`),
            content: <p>{t(`components.tab.${id}Text`)}</p>,
          }))}
        />
      </div>
    </Card>
  );
}

/** The card of a product, of what sells best today. */
export function Goods() {
  const t = useT();
  const { data } = useApi('GET /products', { query: { sort: 'sales', limit: 4 } });
  return (
    <section aria-label={t('components.goods')} className="mt-8">
      <h2 className="mb-4 text-xl">{t('components.goods')}</h2>
      {data ? <ProductGrid products={data.data} /> : <ProductGridSkeleton count={4} />}
    </section>
  );
}
