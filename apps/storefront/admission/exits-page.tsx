import { formatDate, Table, TextLink, useLocale, usePages, type Column } from '@xihuo/ui';
import { useT } from '../words';
import { ExitBadge, Place, type Exit } from './marks';
import { Listing } from './reading';
import { RecordPage } from './record-page';

function useColumns(): Column<Exit>[] {
  const t = useT();
  const locale = useLocale();
  const term = ({ state, until }: Exit) => {
    const date = formatDate(until, locale);
    if (state === 'asked') return t('exit.until.asked', { date });
    return state === 'running' ? t('exit.until.running', { date }) : '—';
  };
  return [
    {
      id: 'name',
      header: t('register.name'),
      rowHeader: true,
      cell: ({ supplier }) => (
        <TextLink lang="zh-CN" className="sm:-my-2.5 sm:py-2.5" to={`/suppliers/${supplier.id}`}>
          {supplier.name}
        </TextLink>
      ),
    },
    { id: 'county', header: t('register.county'), cell: ({ county }) => <Place county={county} /> },
    { id: 'state', header: t('register.standing'), cell: ({ state }) => <ExitBadge state={state} /> },
    { id: 'since', header: t('exit.since'), cell: ({ since }) => formatDate(since, locale) },
    { id: 'until', header: t('exit.until'), cell: term },
  ];
}

/** Who asked to leave, who is leaving, who has left. */
export function ExitsPage() {
  const t = useT();
  const columns = useColumns();
  const list = usePages('GET /register/exits', { query: { limit: 30 } });
  return (
    <RecordPage title={t('nav.exits')} lead={t('exits.lead')} data="/register/exits">
      <Listing query={list} empty={{ title: t('exits.none'), text: t('exits.noneText') }}>
        {(rows) => <Table caption={t('nav.exits')} columns={columns} rows={rows} rowKey={({ id }) => id} />}
      </Listing>
    </RecordPage>
  );
}
