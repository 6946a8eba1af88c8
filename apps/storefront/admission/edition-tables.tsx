import {
  Badge,
  formatDate,
  LinkButton,
  Table,
  TextLink,
  useLocale,
  usePages,
  type Column,
  type Output,
} from '@xihuo/ui';
import { useT } from '../words';
import type { Edition } from './edition-page';
import { ChoiceFilter, FilterRow, ProvinceFilter, SearchField, useFilter } from './filters';
import { Place } from './marks';
import { Listing } from './reading';

type Entry = Output<'GET /catalogue/editions/{number}/entries'>['data'][number];
type Departure = Edition['left'][number];

const CATEGORIES = [
  'fruit',
  'vegetable',
  'grain-oil',
  'meat',
  'dairy',
  'egg',
  'tea',
  'medicinal-food',
  'mushroom',
  'nut',
  'honey',
  'seasoning',
  'seafood-freshwater',
  'processed',
  'beverage',
  'handicraft',
] as const;

/** Who recognised it, by which rule, and which department of the county stood for it. */
function Issuer({ entry }: { entry: Entry }) {
  const t = useT();
  return (
    <span>
      <span lang="zh-CN">{entry.issuer.name}</span> · {t(`issuer.${entry.issuer.kind}`)}
      <span lang="zh-CN" className="block text-sm text-ink-faint">
        {entry.scheme}
      </span>
      <span className="block text-sm text-ink-faint">
        {t('edition.stampedBy', { department: t(`department.${entry.stampedBy}`) })}
      </span>
    </span>
  );
}

function useEntryColumns(): Column<Entry>[] {
  const t = useT();
  const locale = useLocale();
  return [
    {
      id: 'product',
      header: t('edition.product'),
      rowHeader: true,
      cell: (entry) => (
        <>
          <TextLink lang="zh-CN" className="sm:-my-2.5 sm:py-2.5" to={`/recognitions/${entry.recognitionId}`}>
            {entry.product.name}
          </TextLink>
          {entry.now !== null && (
            <span className="block">
              <Badge tone="attention">{t(`departure.${entry.now}`)}</Badge>
            </span>
          )}
        </>
      ),
    },
    {
      id: 'supplier',
      header: t('register.name'),
      cell: (entry) => (
        <span>
          <TextLink lang="zh-CN" className="sm:-my-2.5 sm:py-2.5" to={`/suppliers/${entry.supplier.id}`}>
            {entry.supplier.name}
          </TextLink>
          <span className="block text-sm text-ink-faint">
            <Place county={entry.county} />
          </span>
        </span>
      ),
    },
    { id: 'issuer', header: t('edition.issuer'), cell: (entry) => <Issuer entry={entry} /> },
    {
      id: 'evidence',
      header: t('edition.evidence'),
      cell: (entry) => (
        <ul className="text-sm">
          {entry.evidence.map(({ kind, reference }) => (
            <li key={kind + reference}>
              {t(`evidence.${kind}`)} <span lang="zh-CN">{reference}</span>
            </li>
          ))}
        </ul>
      ),
    },
    {
      id: 'term',
      header: t('edition.term'),
      cell: (entry) => (
        <span className="text-sm">
          {t('recognition.fromTo', {
            from: formatDate(entry.recognisedOn, locale),
            to: formatDate(entry.validUntil, locale),
          })}
          <span className="block text-ink-faint">{t('edition.since', { number: entry.sinceEdition })}</span>
        </span>
      ),
    },
  ];
}

/** What stands in the edition, found by name, place or kind. */
export function Entries({ edition }: { edition: Edition }) {
  const t = useT();
  const columns = useEntryColumns();
  const { get, oneOf, isActive } = useFilter();
  const list = usePages('GET /catalogue/editions/{number}/entries', {
    params: { number: edition.number },
    query: { q: get('q'), province: get('province'), category: oneOf('category', CATEGORIES), limit: 50 },
  });
  const empty = {
    title: t('edition.none'),
    text: t('list.noneHint'),
    action: isActive && (
      <LinkButton look="secondary" to={`/catalogue-editions/${edition.number}`}>
        {t('register.clear')}
      </LinkButton>
    ),
  };
  return (
    <section aria-label={t('edition.list')}>
      <FilterRow label={t('edition.list')}>
        <SearchField label={t('edition.search')} />
        <ProvinceFilter />
        <ChoiceFilter
          name="category"
          label={t('spec.category')}
          all={t('edition.everyCategory')}
          choices={CATEGORIES.map((category) => ({ value: category, label: t(`category.${category}`) }))}
        />
      </FilterRow>
      <Listing query={list} empty={empty}>
        {(rows) => (
          <Table
            caption={t('edition.list')}
            columns={columns}
            rows={rows}
            rowKey={({ recognitionId }) => recognitionId}
          />
        )}
      </Listing>
    </section>
  );
}

export function Departures({ left }: { left: readonly Departure[] }) {
  const t = useT();
  const columns: Column<Departure>[] = [
    {
      id: 'product',
      header: t('edition.product'),
      rowHeader: true,
      cell: ({ product }) => <span lang="zh-CN">{product.name}</span>,
    },
    {
      id: 'supplier',
      header: t('register.name'),
      cell: ({ supplier, county }) => (
        <span>
          <TextLink lang="zh-CN" className="sm:-my-2.5 sm:py-2.5" to={`/suppliers/${supplier.id}`}>
            {supplier.name}
          </TextLink>
          <span className="block text-sm text-ink-faint">
            <Place county={county} />
          </span>
        </span>
      ),
    },
    {
      id: 'since',
      header: t('edition.was'),
      cell: ({ sinceEdition }) => t('edition.since', { number: sinceEdition }),
    },
    {
      id: 'reason',
      header: t('edition.reason'),
      cell: ({ cause, reason }) => (
        <span>
          <span className="font-medium">{t(`departure.${cause}`)}</span>
          <span lang="zh-CN" className="block text-ink-soft">
            {reason}
          </span>
        </span>
      ),
    },
  ];
  return (
    <section aria-labelledby="left" className="mt-10">
      <h2 id="left" className="text-xl">
        {t('edition.left')}
      </h2>
      <p className="mb-2 text-ink-soft">{t('edition.leftText')}</p>
      <Table
        caption={t('edition.left')}
        columns={columns}
        rows={left}
        rowKey={({ supplier, product }) => supplier.id + product.id}
      />
    </section>
  );
}
