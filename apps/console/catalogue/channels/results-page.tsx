import { Card, formatDateTime, Money, Table, useApi, useLocale, type Output } from '@xihuo/ui';
import { Page } from '../../frame/page';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';

type Results = Output<'GET /insight/channels'>;

function Sold({ caption, rows }: { caption: string; rows: Results['venues'] }) {
  const t = useT();
  if (rows.length === 0) return <Card title={caption}>{t('results.none')}</Card>;
  return (
    <Card title={caption}>
      <Table
        caption={caption}
        rows={rows}
        rowKey={(row) => row.slug}
        columns={[
          { id: 'name', header: t('channel.name'), rowHeader: true, cell: (row) => row.name },
          { id: 'orders', header: t('results.orders'), numeric: true, cell: (row) => row.orders },
          { id: 'sales', header: t('results.sales'), numeric: true, cell: (row) => <Money value={row.sales} /> },
        ]}
      />
    </Card>
  );
}

function Fairs({ rows }: { rows: Results['fairs'] }) {
  const t = useT();
  if (rows.length === 0) return <Card title={t('menu.fairs')}>{t('results.none')}</Card>;
  return (
    <Card title={t('menu.fairs')}>
      <Table
        caption={t('menu.fairs')}
        rows={rows}
        rowKey={(row) => row.slug}
        columns={[
          { id: 'name', header: t('channel.name'), rowHeader: true, cell: (row) => row.name },
          { id: 'leads', header: t('fairs.leads'), numeric: true, cell: (row) => row.leads },
          { id: 'ordered', header: t('results.ordered'), numeric: true, cell: (row) => row.ordered },
          { id: 'sales', header: t('results.sales'), numeric: true, cell: (row) => <Money value={row.sales} /> },
        ]}
      />
    </Card>
  );
}

/** What each way sold: paid orders of this platform, cancelled ones left out. */
export function ResultsPage() {
  const t = useT();
  const locale = useLocale();
  const query = useApi('GET /insight/channels', {});
  return (
    <Page
      title={t('menu.channelResults')}
      lead={query.data && t('results.lead', { at: formatDateTime(query.data.asOf, locale) })}
    >
      <Whole query={query}>
        {({ venues, campaigns, fairs }) => (
          <div className="flex flex-col gap-5">
            <Sold caption={t('menu.campaigns')} rows={campaigns} />
            <Sold caption={t('menu.venues')} rows={venues} />
            <Fairs rows={fairs} />
          </div>
        )}
      </Whole>
    </Page>
  );
}
