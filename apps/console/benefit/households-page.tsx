import { TextField, usePages, type Column } from '@xihuo/ui';
import { useDeferredValue } from 'react';
import { useSearchParams } from 'react-router';
import { Areas } from '../admission/watching/frame';
import { withParam } from '../frame/address';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { RowLink, useView } from '../frame/views';
import { WhatWaits } from '../frame/what-waits';
import { Day } from '../frame/when';
import { useT } from '../words';
import { useDuesColumns } from './dues-columns';
import { useOwnSuppliers, type Household } from './parts';

export function HouseholdAreas() {
  const t = useT();
  return (
    <Areas
      label={t('dues.areas')}
      areas={[
        { to: '/benefit/households', word: t('menu.households') },
        { to: '/benefit/collectives', word: t('collective.list') },
        { to: '/benefit/outside-payments', word: t('outside.list') },
        { to: '/benefit/contests', word: t('contest.list') },
      ]}
    />
  );
}

const DUES = ['due', 'funded', 'paidOutside', 'open'] as const;
type Row = Omit<Household, 'byKind' | 'agreementsList'>;

function useColumns(): readonly Column<Row>[] {
  const t = useT();
  const own = useOwnSuppliers();
  const sums = useDuesColumns<Row>(DUES);
  return [
    {
      id: 'household',
      header: t('dues.household'),
      rowHeader: true,
      cell: (row) => (
        <>
          <RowLink to={`/benefit/households/${row.household.id}`}>{row.household.displayName}</RowLink>
          <span className="block text-sm font-normal text-ink-faint">{row.household.village}</span>
        </>
      ),
    },
    ...(own.length === 1
      ? []
      : [{ id: 'supplier', header: t('agreement.supplier'), cell: (row: Row) => row.supplier.name }]),
    {
      id: 'agreements',
      header: t('dues.agreements'),
      numeric: true,
      cell: (row) => t('dues.inForceOf', { inForce: row.inForce, all: row.agreements }),
    },
    ...sums,
    { id: 'last', header: t('dues.last'), cell: (row) => <Day value={row.lastEarnedOn} /> },
  ];
}

/** Households of a supplier, what each is owed, and what is still open. */
export function HouseholdsPage() {
  const columns = useColumns();
  const t = useT();
  const [search, setSearch] = useSearchParams();
  const typed = search.get('q') ?? '';
  const q = useDeferredValue(typed.trim());
  const isOwed = useView('view', ['owed']) !== undefined;
  const query = usePages('GET /benefit/households', {
    query: { ...(q === '' ? {} : { q }), ...(isOwed ? { owed: 'true' } : {}) },
  });
  return (
    <Page title={t('menu.households')} lead={t('dues.lead')}>
      <HouseholdAreas />
      <WhatWaits views={[{ value: 'owed', word: t('households.owed') }]} />
      <div className="mb-3 max-w-sm">
        <TextField
          type="search"
          label={t('agreement.find')}
          labelHidden
          optional
          placeholder={t('agreement.find')}
          maxLength={40}
          value={typed}
          onChange={(event) => setSearch(withParam(search, 'q', event.target.value), { replace: true })}
        />
      </div>
      <Listing
        id="households"
        query={query}
        caption={t('menu.households')}
        rowKey={(row) => `${row.household.id} ${row.supplier.id}`}
        empty={{
          title: t(q === '' ? 'dues.noHouseholds' : 'dues.notFound'),
          text: t(q === '' ? 'agreement.noHouseholds' : 'agreement.notFound'),
        }}
        columns={columns}
      />
    </Page>
  );
}
