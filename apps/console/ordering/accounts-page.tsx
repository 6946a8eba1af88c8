import { Badge, Money, usePages, type Output } from '@xihuo/ui';
import { Finder, useAsked } from '../frame/finder';
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
  const { q } = useAsked([]);
  const query = usePages('GET /business-accounts', { query: q === undefined ? {} : { name: q } });
  return (
    <Page title={t('menu.accounts')} lead={t('accounts.lead')}>
      <Finder label={t('accounts.search')} />
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
