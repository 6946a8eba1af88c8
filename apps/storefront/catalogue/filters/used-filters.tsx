import { LinkButton, useApi } from '@xihuo/ui';
import { Link } from 'react-router';
import { useT } from '../../words';
import { usePlaceName } from '../place-name';
import { useName } from '../use-name';
import { priceWords } from './price-text';
import type { Facets } from './use-facets';
import type { FilterName, Filters } from './use-filters';

function useVenueName(slug: string | undefined): string | undefined {
  const name = useName();
  const { data } = useApi('GET /venues/{slug}', { params: { slug: slug ?? '' } }, { enabled: slug !== undefined });
  return data && name(data.name);
}

/** Of the list of sellers, which names the largest alone; of the supplier's own page where they are not among them. */
function useSupplierName(id: string | undefined, facets: Facets | undefined): string | undefined {
  const listed = facets?.suppliers.find((one) => one.id === id)?.name;
  const enabled = id !== undefined && facets !== undefined && listed === undefined;
  const { data } = useApi('GET /suppliers/{id}', { params: { id: id ?? '' } }, { enabled });
  return listed ?? data?.name.zh;
}

export interface UsedFilter {
  /** As the server calls it when it says what a filter keeps away. */
  filter: Facets['without'][number]['filter'] | 'q';
  label: string;
  without: Partial<Record<FilterName, null>>;
}

/** Filters in use, in words. */
export function useUsedFilters({ query }: Filters, facets: Facets | undefined): UsedFilter[] {
  const t = useT();
  const place = usePlaceName(query.region ?? null);
  const named = (list: readonly { name: string }[] | undefined, at: (one: never) => boolean) =>
    list?.find(at as (one: { name: string }) => boolean)?.name;
  const supplier = useSupplierName(query.supplier, facets);
  const to = named(facets?.deliverTo, ({ code }: { code: string }) => code === query.deliverTo);
  const venue = useVenueName(query.venue);
  const price = priceWords(query.priceFrom, query.priceTo);
  const all: (UsedFilter | false | undefined | '')[] = [
    query.q && { filter: 'q', label: t('filter.words', { words: query.q }), without: { q: null, exact: null } },
    query.category && { filter: 'category', label: t(`category.${query.category}`), without: { category: null } },
    query.region && { filter: 'region', label: place ?? t('filter.origin'), without: { region: null } },
    (query.priceFrom !== undefined || query.priceTo !== undefined) && {
      filter: 'price',
      label: t('price.label', { range: t(price.key, price.values as never) }),
      without: { priceFrom: null, priceTo: null },
    },
    query.certificate && {
      filter: 'certificate',
      label: t(`facetCertificate.${query.certificate}`),
      without: { certificate: null },
    },
    query.season && { filter: 'season', label: t('facet.season'), without: { season: null } },
    query.keyCounty && { filter: 'keyCounty', label: t('facet.keyCounty'), without: { keyCounty: null } },
    query.deliverTo && {
      filter: 'deliverTo',
      label: t('facet.onlyTo', { place: to ?? query.deliverTo }),
      without: { deliverTo: null },
    },
    query.venue && {
      filter: 'venue',
      label: t('venue.filter', { name: venue ?? query.venue }),
      without: { venue: null },
    },
    query.supplier && { filter: 'supplier', label: supplier ?? t('filter.supplier'), without: { supplier: null } },
  ];
  return all.filter((entry): entry is UsedFilter => !!entry);
}

/** Without all filters; the words that were searched for stay, unless they alone are left to take away. */
export function clearedHref(filters: Filters, used: readonly UsedFilter[]): string {
  const others = used.filter(({ filter }) => filter !== 'q');
  if (others.length === 0) return '/products';
  return filters.hrefWith(Object.assign({}, ...others.map(({ without }) => without)) as UsedFilter['without']);
}

export function FilterChips({ filters, used }: { filters: Filters; used: readonly UsedFilter[] }) {
  const t = useT();
  if (used.length === 0) return null;
  return (
    <ul aria-label={t('filter.active')} className="flex flex-wrap gap-2">
      {used.map(({ filter, label, without }) => (
        <li key={filter}>
          <Link
            to={filters.hrefWith(without)}
            aria-label={t('filter.remove', { name: label })}
            className="flex min-h-target items-center gap-2 rounded-full border border-line-strong bg-surface px-4 text-sm hover:bg-sunken"
          >
            {label}
            <span aria-hidden>×</span>
          </Link>
        </li>
      ))}
      {used.length > 1 && (
        <li>
          <LinkButton look="quiet" size="small" to={clearedHref(filters, used)}>
            {t('filter.clear')}
          </LinkButton>
        </li>
      )}
    </ul>
  );
}

/** Nothing is left: which filter keeps the goods away, and how many each would give back. */
export function DropOne({
  filters,
  used,
  facets,
}: {
  filters: Filters;
  used: readonly UsedFilter[];
  facets: Facets | undefined;
}) {
  const t = useT();
  const gains = used.flatMap((one) => {
    const products = facets?.without.find(({ filter }) => filter === one.filter)?.products ?? 0;
    return products > 0 ? [{ ...one, products }] : [];
  });
  if (gains.length === 0) return <>{t('list.noneHint')}</>;
  return (
    <>
      <span className="block pb-3">{t('list.dropHint')}</span>
      <ul className="flex flex-wrap justify-center gap-2">
        {gains.map(({ filter, label, without, products }) => (
          <li key={filter}>
            <LinkButton look="secondary" size="small" to={filters.hrefWith(without)}>
              {t('list.drop', { name: label, count: products })}
            </LinkButton>
          </li>
        ))}
      </ul>
    </>
  );
}
