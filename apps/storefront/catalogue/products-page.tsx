import { EmptyState, ErrorState, LinkButton, Loading, Notice, Select, TextLink, usePages } from '@xihuo/ui';
import { BackToTop } from '../frame/back-to-top';
import { useBusinessMode } from '../frame/business-mode';
import { PageTitle } from '../frame/page-title';
import { cleanVia } from '../channel/via';
import { useT } from '../words';
import { CategoryLinks } from './categories';
import { FacetPanel } from './filters/facet-panel';
import { FilterSheet } from './filters/filter-sheet';
import { useFacets, type Facets } from './filters/use-facets';
import { businessSorts, sorts, useFilters, type Filters } from './filters/use-filters';
import { clearedHref, DropOne, FilterChips, useUsedFilters, type UsedFilter } from './filters/used-filters';
import { ProductGrid, ProductGridSkeleton } from './product-card';
import { ReadOn } from './read-on';
import { breadcrumb, listData } from './structured';
import { useName } from './use-name';

/** Read by the page for what it says of itself and by its results alike; asked once. */
const useList = (query: Filters['query']) => usePages('GET /products', { query });

interface ResultsProps {
  filters: Filters;
  facets: Facets | undefined;
  used: readonly UsedFilter[];
}

function Results({ filters, facets, used }: ResultsProps) {
  const t = useT();
  const list = useList(filters.query);
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
        action={<LinkButton to={clearedHref(filters, used)}>{t('filter.clear')}</LinkButton>}
      >
        <DropOne {...{ filters, used, facets }} />
      </EmptyState>
    );
  }
  return (
    <>
      <ProductGrid products={list.rows ?? []} via={cleanVia(filters.query)} />
      <ReadOn list={list} byItself className="py-8" />
    </>
  );
}

function Sort({ filters }: { filters: Filters }) {
  const t = useT();
  const { sort } = filters.query;
  const business = useBusinessMode().on;
  // An address that was passed on keeps its order, whoever opens it.
  const offered = sorts.filter((name) => business || name === sort || !businessSorts.some((one) => one === name));
  return (
    <Select
      optional
      labelHidden
      label={t('sort.label')}
      value={sort === 'recommended' ? '' : sort}
      placeholder={t('sort.recommended')}
      choices={offered.slice(1).map((name) => ({ value: name, label: t(`sort.${name}`) }))}
      onChange={(event) => filters.set({ sort: event.target.value || null })}
    />
  );
}

/** Of a list as found from outside: the goods on it, and the way here. A search and its filters are nobody's lasting address. */
function useAbout({ query }: Filters, title: string) {
  const t = useT();
  const name = useName();
  const { rows = [] } = useList(query);
  const path = query.category ? `/products?category=${query.category}` : '/products';
  const { category: _category, sort: _sort, ...narrowed } = query;
  const unlisted = Object.values(narrowed).some((value) => value !== undefined);
  const described = rows.slice(0, 6).map((card) => name(card.name));
  return {
    ...{ path, unlisted },
    ...(described.length > 0 && { description: t('list.about', { title, goods: described.join(t('list.and')) }) }),
    data: (origin: string) => [
      listData(rows, (card) => name(card.name), origin),
      breadcrumb(
        [
          { name: t('site.name'), path: '/' },
          { name: title, path },
        ],
        origin,
      ),
    ],
  };
}

export function ProductsPage() {
  const t = useT();
  const filters = useFilters();
  const facets = useFacets(filters.query);
  const used = useUsedFilters(filters, facets);
  const { q, category } = filters.query;
  const title = q ? t('list.titleFor', { words: q }) : category ? t(`category.${category}`) : t('nav.allProducts');
  const count = facets?.total;
  const about = useAbout(filters, title);
  return (
    <div className="page">
      <PageTitle about={about}>{title}</PageTitle>
      <div className="gap-8 md:grid md:grid-cols-[13rem_1fr]">
        <aside aria-label={t('filter.label')}>
          <div className="pb-3 md:hidden">
            <CategoryLinks
              current={category ?? null}
              counted={false}
              hrefFor={(next) => filters.hrefWith({ category: next })}
            />
          </div>
          <div className="min-h-[60dvh] pb-6 max-md:hidden">{facets && <FacetPanel {...{ filters, facets }} />}</div>
        </aside>
        <section aria-label={title} className="flex min-w-0 flex-col gap-4">
          {facets?.correction && (
            <Notice tone="attention">
              {t('list.corrected', facets.correction)}{' '}
              <TextLink to={filters.hrefWith({ exact: 'only' })} className="underline">
                {t('list.exactly', { asked: facets.correction.asked })}
              </TextLink>
            </Notice>
          )}
          <div className="grid grid-cols-2 items-center gap-3 md:flex md:justify-between">
            <div className="md:hidden [&>button]:w-full">
              <FilterSheet
                filters={filters}
                facets={facets}
                used={used.filter(({ filter }) => filter !== 'q').length}
              />
            </div>
            <p role="status" className="text-sm text-ink-soft max-md:sr-only">
              {count !== undefined && t(facets?.exact === false ? 'facet.foundAbout' : 'facet.found', { count })}
            </p>
            <div className="md:w-56">
              <Sort filters={filters} />
            </div>
          </div>
          <FilterChips filters={filters} used={used} />
          <Results {...{ filters, facets, used }} />
        </section>
      </div>
      <BackToTop />
    </div>
  );
}
