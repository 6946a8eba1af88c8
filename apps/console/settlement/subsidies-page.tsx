import { Badge, Button, Money, usePages, type Column, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { useView, Views } from '../frame/views';
import { Day } from '../frame/when';
import { useMe } from '../identity/me';
import { useT } from '../words';
import { EnterReceiptDialog } from './enter-receipt-dialog';
import { FunderCredits } from './funder-credits';

export type Subsidy = Output<'GET /settlement/subsidies'>['data'][number];

const VIEWS = ['open'] as const;

const isPaid = (row: Subsidy) => BigInt(row.received.amount) >= BigInt(row.owed.amount);

function useColumns(): readonly Column<Subsidy>[] {
  const t = useT();
  return [
    {
      id: 'order',
      header: t('orders.number'),
      rowHeader: true,
      cell: (row) => <span className="numeric">{row.orderNumber}</span>,
    },
    {
      id: 'funder',
      header: t('subsidies.funder'),
      cell: (row) => (row.funder.kind === 'platform' ? t('subsidies.platform') : row.funder.name),
    },
    { id: 'supplier', header: t('statements.supplier'), cell: (row) => row.supplier.name },
    {
      id: 'goods',
      header: t('orders.goods'),
      cell: (row) => (
        <>
          {row.productName}{' '}
          <span className="whitespace-nowrap text-ink-faint">{t(`promotion.kind.${row.discountKind}`)}</span>
        </>
      ),
    },
    {
      id: 'granted',
      header: t('subsidies.granted'),
      numeric: true,
      cell: (row) => <Money value={row.discount} />,
    },
    { id: 'owed', header: t('subsidies.owed'), numeric: true, cell: (row) => <Money value={row.owed} /> },
    {
      id: 'received',
      header: t('subsidies.received'),
      numeric: true,
      cell: (row) => <Money value={row.received} />,
    },
    {
      id: 'state',
      header: t('list.state'),
      cell: (row) => (
        <Badge tone={isPaid(row) ? 'good' : 'attention'}>{t(isPaid(row) ? 'subsidies.paid' : 'subsidies.open')}</Badge>
      ),
    },
    { id: 'period', header: t('runs.periodEnd'), cell: (row) => <Day value={row.periodEnd} /> },
  ];
}

/** Discounts that others than the supplier pay for: by whom, what was granted, what of it is owed, and what has come. */
export function SubsidiesPage() {
  const t = useT();
  const me = useMe();
  const view = useView('view', VIEWS);
  const [entering, setEntering] = useState(false);
  const query = usePages('GET /settlement/subsidies', { query: view === 'open' ? { open: 'true' } : {} });
  const columns = useColumns();
  const isOne = (...roles: string[]) => me.grants.some(({ role }) => roles.includes(role));
  const isFinance = isOne('finance');
  return (
    <Page
      title={t('menu.subsidies')}
      lead={t('subsidies.lead')}
      actions={
        isFinance && (
          <Button data-act="POST /settlement/subsidy-receipts" onClick={() => setEntering(true)}>
            {t('subsidies.enter')}
          </Button>
        )
      }
    >
      {isOne('finance', 'operator') && <FunderCredits mayEnter={isFinance} />}
      <Views
        name="view"
        label={t('list.state')}
        views={[
          { value: '', word: t('list.all') },
          { value: 'open', word: t('subsidies.open') },
        ]}
      />
      <Listing
        id="subsidies"
        query={query}
        caption={t('menu.subsidies')}
        rowKey={(row) => row.id}
        empty={{ title: t('subsidies.none'), text: t('subsidies.noneText') }}
        columns={columns}
      />
      {entering && <EnterReceiptDialog rows={query.rows ?? []} onClose={() => setEntering(false)} />}
    </Page>
  );
}
