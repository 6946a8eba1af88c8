import { Button, EmptyState, ErrorState, LinkButton, Loading, Select, usePages, type Input } from '@xihuo/ui';
import { useEffect, useRef } from 'react';
import { Link, useSearchParams } from 'react-router';
import { PageTitle } from '../frame/page-title';
import { useT } from '../words';
import { CategoryLinks } from './categories';
import { OriginFilter, usePlaceName } from './origin-filter';
import { ProductGrid, ProductGridSkeleton } from './product-card';

type Query = NonNullable<Input<'GET /products'>['query']>;

const sorts = ['recommended', 'sales', 'priceAsc', 'priceDesc', 'newest'] as const;

/** Filters and order live in the address, so that Back, a bookmark and a shared link all bring the same list. */
function useFilters() {
  const [params, setParams] = useSearchParams();
  const read = (name: string) => params.get(name) || undefined;
  const sort = sorts.find((name) => name === params.get('sort')) ?? 'recommended';
  const query = {
    q: read('q'),
    category: read('category') as Query['category'],
    region: read('region'),
    supplier: read('supplier'),
    sort,
  };
  const changed = (name: string, value: string | null) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    return next;
  };
  const set = (name: string, value: string | null) => setParams(changed(name, value), { preventScrollReset: true });
  const hrefWith = (name: string, value: string | null) => `/products?${changed(name, value).toString()}`;
  return { query, set, hrefWith };
}

/** Reads on when its end comes near; the button below does the same for those who do not scroll. */
function useReadOn(ready: boolean, readOn: () => void) {
  const end = useRef<HTMLDivElement>(null);
  const latest = useRef(readOn);
  useEffect(() => {
    latest.current = readOn;
  });
  useEffect(() => {
    if (!ready || !end.current) return undefined;
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), {
      rootMargin: '600px',
    });
    watcher.observe(end.current);
    return () => watcher.disconnect();
  }, [ready]);
  return end;
}

function ActiveFilters({ filters }: { filters: ReturnType<typeof useFilters> }) {
  const t = useT();
  const { q, region, supplier } = filters.query;
  const place = usePlaceName(region ?? null);
  const active = [
    q && { name: 'q', label: t('filter.words', { words: q }) },
    region && { name: 'region', label: place ?? t('filter.origin') },
    supplier && { name: 'supplier', label: t('filter.supplier') },
  ].filter((entry) => !!entry);
  if (active.length === 0) return null;
  return (
    <ul aria-label={t('filter.active')} className="flex flex-wrap gap-2">
      {active.map(({ name, label }) => (
        <li key={name}>
          <Link
            to={filters.hrefWith(name, null)}
            aria-label={t('filter.remove', { name: label })}
            className="flex min-h-target items-center gap-2 rounded-full border border-line-strong bg-surface px-4 text-sm hover:bg-sunken"
          >
            {label}
            <span aria-hidden>×</span>
          </Link>
        </li>
      ))}
      {active.length > 1 && (
        <li>
          <LinkButton look="quiet" size="small" to="/products">
            {t('filter.clear')}
          </LinkButton>
        </li>
      )}
    </ul>
  );
}

function Results({ filters }: { filters: ReturnType<typeof useFilters> }) {
  const t = useT();
  const list = usePages('GET /products', { query: filters.query });
  const end = useReadOn(list.hasNextPage && !list.isFetchingNextPage, () => void list.fetchNextPage());
  if (list.isPending) {
    return (
      <Loading>
        <ProductGridSkeleton count={12} />
      </Loading>
    );
  }
  if (list.isError && !list.rows) return <ErrorState problem={list.error} onRetry={() => void list.refetch()} />;
  if (list.rows?.length === 0) {
    return (
      <EmptyState
        title={filters.query.q ? t('list.noneFor', { words: filters.query.q }) : t('list.none')}
        action={<LinkButton to="/products">{t('filter.clear')}</LinkButton>}
      >
        {t('list.noneHint')}
      </EmptyState>
    );
  }
  return (
    <>
      <ProductGrid products={list.rows ?? []} />
      <div ref={end} className="flex justify-center py-8">
        {list.hasNextPage ? (
          <Button look="secondary" pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('list.more')}
          </Button>
        ) : (
          <p className="text-sm text-ink-faint">{t('list.end')}</p>
        )}
      </div>
    </>
  );
}

export function ProductsPage() {
  const t = useT();
  const filters = useFilters();
  const { q, category, region, supplier, sort } = filters.query;
  const title = q ? t('list.titleFor', { words: q }) : category ? t(`category.${category}`) : t('nav.allProducts');
  return (
    <div className="page">
      <PageTitle>{title}</PageTitle>
      <div className="gap-8 sm:grid sm:grid-cols-[11rem_1fr] lg:grid-cols-[13rem_1fr]">
        <aside aria-label={t('filter.label')} className="pb-3">
          <CategoryLinks
            current={category ?? null}
            counted={!q && !region && !supplier}
            hrefFor={(next) => filters.hrefWith('category', next)}
          />
        </aside>
        <section aria-label={title} className="flex min-w-0 flex-col gap-4">
          {/* Three of them on a phone: the last takes a line of its own. */}
          <div className="grid grid-cols-2 gap-3 lg:grid-cols-3 max-lg:[&>:nth-child(3)]:col-span-2">
            <OriginFilter region={region ?? null} onChange={(next) => filters.set('region', next)} />
            <Select
              optional
              labelHidden
              label={t('sort.label')}
              value={sort === 'recommended' ? '' : sort}
              placeholder={t('sort.recommended')}
              choices={sorts.slice(1).map((name) => ({ value: name, label: t(`sort.${name}`) }))}
              onChange={(event) => filters.set('sort', event.target.value || null)}
            />
          </div>
          <ActiveFilters filters={filters} />
          <Results filters={filters} />
        </section>
      </div>
    </div>
  );
}
