import { EmptyState, formatNumber, Table, useApi, useLocale, type Column, type Output } from '@xihuo/ui';
import { ActButton, type Act } from '../admission/watching/act';
import { Page } from '../frame/page';
import { Moment } from '../frame/when';
import { Refused, Waiting } from '../frame/whole';
import { hasRole, useMe } from '../identity/me';
import { useT } from '../words';

type Fault = Output<'GET /dead-letters'>['data'][number];
type T = ReturnType<typeof useT>;

function againOf(t: T, { consumer, event, error, events }: Fault): Act<'POST /dead-letters/replays'> {
  return {
    route: 'POST /dead-letters/replays',
    word: t('deadLetters.again'),
    lead: t('deadLetters.againText', { events, consumer }),
    done: t('deadLetters.sent'),
    fields: [],
    input: () => ({ body: { consumer, event, error } }),
  };
}

function Code({ children }: { children: string }) {
  return <span className="font-mono text-sm break-words">{children}</span>;
}

/** What was laid aside so that the others flow: by fault, since one cause lays many aside and they go on together. */
export function DeadLettersPage() {
  const t = useT();
  const locale = useLocale();
  const mayReplay = hasRole(useMe(), ['operator']);
  const { data, error, refetch } = useApi('GET /dead-letters', {});
  const columns: Column<Fault>[] = [
    {
      ...{ id: 'consumer', header: t('deadLetters.consumer'), rowHeader: true },
      cell: (row) => <Code>{row.consumer}</Code>,
    },
    { id: 'event', header: t('deadLetters.event'), cell: (row) => <Code>{row.event}</Code> },
    { id: 'error', header: t('deadLetters.error'), cell: (row) => <Code>{row.error}</Code> },
    {
      ...{ id: 'events', header: t('deadLetters.events'), numeric: true },
      cell: (row) => formatNumber(row.events, locale),
    },
    {
      ...{ id: 'attempts', header: t('deadLetters.attempts'), numeric: true },
      cell: (row) => formatNumber(row.attempts, locale),
    },
    {
      ...{ id: 'last', header: t('deadLetters.last') },
      cell: (row) => (
        <>
          <Moment value={row.lastFailedAt} />
          {row.events > 1 && (
            <span className="block text-sm text-ink-soft">
              {t('deadLetters.first')} <Moment value={row.firstFailedAt} />
            </span>
          )}
        </>
      ),
    },
    ...(mayReplay
      ? [
          {
            ...{ id: 'again', header: t('list.act') },
            cell: (row: Fault) => <ActButton act={againOf(t, row)} size="small" />,
          },
        ]
      : []),
  ];
  return (
    <Page title={t('menu.deadLetters')} lead={t('deadLetters.lead')}>
      {!data && (error ? <Refused problem={error} onRetry={() => void refetch()} /> : <Waiting />)}
      {data?.data.length === 0 && <EmptyState title={t('deadLetters.none')}>{t('deadLetters.noneText')}</EmptyState>}
      {data !== undefined && data.data.length > 0 && (
        <Table
          caption={t('menu.deadLetters')}
          rows={data.data}
          rowKey={({ consumer, event, error: fault }) => [consumer, event, fault].join(' ')}
          columns={columns}
        />
      )}
    </Page>
  );
}
