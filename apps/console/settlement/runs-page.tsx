import { Button, formatDate, formatNumber, Money, useLocale, usePages } from '@xihuo/ui';
import { useState } from 'react';
import { HistoryButton } from '../frame/history';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { useView, Views } from '../frame/views';
import { hasRole, useMe } from '../identity/me';
import { Day, Moment } from '../frame/when';
import { useT } from '../words';
import { RunBadge } from './run-badge';
import { RunUnderWay } from './run-under-way';
import { StartRunDialog } from './start-run-dialog';

function StartRun() {
  const t = useT();
  const [starting, setStarting] = useState(false);
  return (
    <>
      <Button data-act="POST /settlement/runs" onClick={() => setStarting(true)}>
        {t('runs.start')}
      </Button>
      {starting && <StartRunDialog onClose={() => setStarting(false)} />}
    </>
  );
}

/** Settlement runs: each settles every released line up to a day, once; households first, then the supplier. */
export function RunsPage() {
  const t = useT();
  const locale = useLocale();
  const me = useMe();
  const view = useView('view', ['open']);
  const query = usePages('GET /settlement/runs', { query: view ? { view } : {} });
  return (
    <Page title={t('menu.runs')} lead={t('runs.lead')} actions={hasRole(me, ['finance']) && <StartRun />}>
      {query.rows
        ?.filter((row) => row.state !== 'posted')
        .map((row) => (
          <RunUnderWay key={row.id} id={row.id} />
        ))}
      <Views
        name="view"
        label={t('menu.runs')}
        views={[
          { value: '', word: t('list.all') },
          { value: 'open', word: t('runs.open') },
        ]}
      />
      <Listing
        id="runs"
        query={query}
        caption={t('menu.runs')}
        rowKey={(row) => row.id}
        empty={{ title: t('runs.none'), text: t('runs.noneText') }}
        columns={[
          {
            id: 'period',
            header: t('runs.periodEnd'),
            rowHeader: true,
            cell: (row) => <Day value={row.periodEnd} />,
          },
          { id: 'state', header: t('list.state'), cell: (row) => <RunBadge state={row.state} /> },
          {
            id: 'suppliers',
            header: t('runs.suppliers'),
            numeric: true,
            cell: (row) => formatNumber(row.suppliers, locale),
          },
          { id: 'lines', header: t('runs.lines'), numeric: true, cell: (row) => formatNumber(row.lines, locale) },
          { id: 'gross', header: t('money.gross'), numeric: true, cell: (row) => <Money value={row.gross} /> },
          { id: 'fees', header: t('money.fees'), numeric: true, cell: (row) => <Money value={row.fees} /> },
          { id: 'dues', header: t('money.farmerDues'), numeric: true, cell: (row) => <Money value={row.farmerDues} /> },
          { id: 'payable', header: t('money.payable'), numeric: true, cell: (row) => <Money value={row.payable} /> },
          {
            id: 'posted',
            header: t('runs.posted'),
            cell: (row) => <Moment value={row.postedAt} />,
          },
          {
            id: 'act',
            header: t('list.act'),
            cell: (row) => (
              <HistoryButton of={{ kind: 'settlementRun', id: row.id }} name={formatDate(row.periodEnd, locale)} />
            ),
          },
        ]}
      />
    </Page>
  );
}
