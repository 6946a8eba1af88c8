import {
  Button,
  EmptyState,
  ErrorState,
  formatDate,
  Loading,
  Select,
  Skeleton,
  Table,
  TextField,
  TextLink,
  useApi,
  useLocale,
  usePages,
  type Column,
  type Output,
} from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useSearchParams } from 'react-router';
import { useName } from '../catalogue/use-name';
import { PageTitle } from '../frame/page-title';
import { useT } from '../words';
import { StandingBadge } from './standing';

type Entry = Output<'GET /register/suppliers'>['data'][number];

function useColumns(): Column<Entry>[] {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  return [
    {
      id: 'name',
      header: t('register.name'),
      rowHeader: true,
      cell: (entry) => (
        <TextLink className="sm:-my-2.5 sm:py-2.5" to={`/suppliers/${entry.supplierId}`}>
          {name(entry.name)}
        </TextLink>
      ),
    },
    {
      id: 'kind',
      header: t('register.kind'),
      cell: (entry) => <span className="whitespace-nowrap">{t(`kind.${entry.kind}`)}</span>,
    },
    {
      id: 'county',
      header: t('register.county'),
      cell: (entry) => <span lang="zh-CN">{`${entry.county.provinceName} ${entry.county.name}`}</span>,
    },
    { id: 'standing', header: t('register.standing'), cell: (entry) => <StandingBadge standing={entry.standing} /> },
    {
      id: 'since',
      header: t('register.since'),
      cell: (entry) => (
        <span className="whitespace-nowrap">{entry.certifiedOn ? formatDate(entry.certifiedOn, locale) : '—'}</span>
      ),
    },
  ];
}

function Filters() {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const [q, setQ] = useState(params.get('q') ?? '');
  const { data } = useApi('GET /regions', {}, { staleTime: Infinity });
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { preventScrollReset: true });
  };
  const search = (event: FormEvent) => {
    event.preventDefault();
    set('q', q.trim());
  };
  return (
    <form
      role="search"
      aria-label={t('nav.register')}
      onSubmit={search}
      className="mb-5 grid items-end gap-3 sm:grid-cols-[1fr_14rem_auto]"
    >
      <TextField
        required={false}
        label={t('register.search')}
        type="search"
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      <Select
        required={false}
        label={t('filter.province')}
        placeholder={t('filter.everywhere')}
        value={params.get('province') ?? ''}
        choices={(data?.data ?? [])
          .filter(({ side }) => side === 'west')
          .map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(event) => set('province', event.target.value)}
      />
      <Button type="submit" look="secondary">
        {t('search.submit')}
      </Button>
    </form>
  );
}

/** Who may sell here, and since when: the public register. */
export function RegisterPage() {
  const t = useT();
  const [params] = useSearchParams();
  const columns = useColumns();
  const list = usePages('GET /register/suppliers', {
    query: { q: params.get('q') || undefined, province: params.get('province') || undefined, limit: 30 },
  });
  return (
    <div className="page">
      <PageTitle lead={t('register.lead')}>{t('nav.register')}</PageTitle>
      <Filters />
      {list.isPending && (
        <Loading>
          <Skeleton className="h-96" />
        </Loading>
      )}
      {list.isError && !list.rows && <ErrorState problem={list.error} onRetry={() => void list.refetch()} />}
      {list.rows?.length === 0 && <EmptyState title={t('register.none')}>{t('list.noneHint')}</EmptyState>}
      {list.rows && list.rows.length > 0 && (
        <Table caption={t('nav.register')} columns={columns} rows={list.rows} rowKey={(entry) => entry.supplierId} />
      )}
      {list.hasNextPage && (
        <p className="py-6 text-center">
          <Button look="secondary" pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('list.more')}
          </Button>
        </p>
      )}
    </div>
  );
}
