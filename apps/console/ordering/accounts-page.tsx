import { Badge, Button, Money, TextField, usePages, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { RowLink } from '../frame/views';
import { useT } from '../words';

type Terms = Output<'GET /business-accounts'>['data'][number]['terms'];

/** How an organisation pays, in a word; that it cannot buy where it has no terms. */
export function TermsWord({ terms }: { terms: Terms }) {
  const t = useT();
  if (terms === null) return <Badge tone="neutral">{t('accounts.noTerms')}</Badge>;
  return terms.payment === 'onTerms' ? t('accounts.days', { count: terms.termDays ?? 0 }) : t('accounts.payFirst');
}

/** Organisations that may buy: under which terms, up to what sum, and what they owe. */
export function AccountsPage() {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [name, setName] = useState('');
  const query = usePages('GET /business-accounts', { query: name === '' ? {} : { name } });
  return (
    <Page title={t('menu.accounts')} lead={t('accounts.lead')}>
      <form
        role="search"
        className="mb-4 flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          setName(typed.trim());
        }}
      >
        <TextField
          optional
          label={t('accounts.search')}
          maxLength={60}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" look="secondary">
          {t('accounts.find')}
        </Button>
      </form>
      <Listing
        id="accounts"
        query={query}
        caption={t('menu.accounts')}
        rowKey={(row) => row.id}
        empty={{ title: t('accounts.none'), text: t('accounts.noneText') }}
        columns={[
          {
            id: 'name',
            header: t('accounts.organisation'),
            rowHeader: true,
            cell: (row) => <RowLink to={`/ordering/accounts/${row.id}`}>{row.name}</RowLink>,
          },
          { id: 'terms', header: t('accounts.terms'), cell: (row) => <TermsWord terms={row.terms} /> },
          {
            id: 'limit',
            header: t('accounts.limit'),
            numeric: true,
            cell: (row) => (row.terms?.payment === 'onTerms' ? <Money value={row.creditLimit} /> : ''),
          },
          { id: 'owed', header: t('accounts.owed'), numeric: true, cell: (row) => <Money value={row.owed} /> },
          {
            id: 'late',
            header: t('accounts.late'),
            numeric: true,
            cell: (row) => (row.late.amount === '0' ? '' : <Money value={row.late} />),
          },
          {
            id: 'underWay',
            header: t('accounts.underWay'),
            numeric: true,
            cell: (row) => <Money value={row.underWay} />,
          },
        ]}
      />
    </Page>
  );
}
