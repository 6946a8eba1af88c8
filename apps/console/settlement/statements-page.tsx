import { Money, usePages } from '@xihuo/ui';
import { Finder, useAsked } from '../frame/finder';
import { ListFile } from '../frame/list-file';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { RowLink, useView } from '../frame/views';
import { WhatWaits } from '../frame/what-waits';
import { Day } from '../frame/when';
import { useT } from '../words';

/** Statements: the own ones for a supplier, all for finance and auditors. */
export function StatementsPage() {
  const t = useT();
  const asked = useAsked(['closing', '-closing']);
  const isUnpaid = useView('view', ['unpaid']) !== undefined;
  const input = { query: { ...asked, ...(isUnpaid ? { unpaid: 'true' } : {}) } };
  const query = usePages('GET /settlement/statements', input);
  return (
    <Page title={t('menu.statements')} lead={t('statements.lead')}>
      <WhatWaits views={[{ value: 'unpaid', word: t('statements.unpaid') }]} />
      <Finder label={t('list.bySupplier')} />
      <Listing
        id="statements"
        query={query}
        caption={t('menu.statements')}
        rowKey={(row) => row.id}
        empty={{ title: t('statements.none'), text: t('statements.noneText') }}
        file={<ListFile name={t('menu.statements')} route="GET /settlement/statements" input={input} />}
        columns={[
          {
            id: 'supplier',
            header: t('statements.supplier'),
            rowHeader: true,
            cell: (row) => <RowLink to={`/settlement/statements/${row.id}`}>{row.supplier.name}</RowLink>,
          },
          { id: 'period', header: t('runs.periodEnd'), cell: (row) => <Day value={row.periodEnd} /> },
          { id: 'gross', header: t('money.gross'), numeric: true, cell: (row) => <Money value={row.gross} /> },
          { id: 'refunds', header: t('money.refunds'), numeric: true, cell: (row) => <Money value={row.refunds} /> },
          { id: 'fees', header: t('money.fees'), numeric: true, cell: (row) => <Money value={row.fees} /> },
          { id: 'dues', header: t('money.farmerDues'), numeric: true, cell: (row) => <Money value={row.farmerDues} /> },
          { id: 'payable', header: t('money.payable'), numeric: true, cell: (row) => <Money value={row.payable} /> },
          {
            id: 'closing',
            header: t('money.closing'),
            sort: 'closing',
            numeric: true,
            cell: (row) => <Money value={row.closingBalance} />,
          },
        ]}
      />
    </Page>
  );
}
