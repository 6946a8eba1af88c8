import { Card, formatDateTime, Money, Table, TextLink, useApi, useLocale, type Column, type Output } from '@xihuo/ui';
import { yuanFigure, type Cell } from '../../ledger/csv';
import { TakeAway } from '../../ledger/frame';
import { Page } from '../../frame/page';
import { RowLink } from '../../frame/views';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';

type Results = Output<'GET /insight/channels'>;
type Row = Results['venues'][number] & { leads?: number; ordered?: number };

const hasResult = ({ orders, leads = 0 }: Row): boolean => orders > 0 || leads > 0;

interface SoldProps {
  caption: string;
  kind: 'campaign' | 'venue' | 'fair';
  rows: readonly Row[];
}

function Sold({ caption, kind, rows }: SoldProps) {
  const t = useT();
  if (rows.length === 0) return <Card title={caption}>{t('results.none')}</Card>;
  // Of dozens of halls most have sold nothing yet: a screen of zeros hides those that have.
  const [sold, idle] = [rows.filter(hasResult), rows.filter((row) => !hasResult(row))];
  const isFair = kind === 'fair';
  const header = [
    ...[t('channel.name'), ...(isFair ? [t('fairs.leads'), t('results.ordered')] : []), t('results.orders')],
    ...[t('results.sales'), t('results.refunded'), t('results.net')],
  ];
  const figuresOf = ({ name, leads: came, ordered, orders, sales, refunded, net }: Row): Cell[] => [
    ...[name, ...(isFair ? [came ?? 0, ordered ?? 0] : []), orders],
    ...[sales, refunded, net].map(yuanFigure),
  ];
  const leads: Column<Row>[] = [
    { id: 'leads', header: t('fairs.leads'), numeric: true, cell: (row) => row.leads },
    { id: 'ordered', header: t('results.ordered'), numeric: true, cell: (row) => row.ordered },
  ];
  return (
    <Card
      title={caption}
      aside={sold.length > 0 && <TakeAway name={caption} header={header} rows={sold.map(figuresOf)} />}
    >
      {sold.length === 0 && <p className="text-ink-soft">{t('results.none')}</p>}
      {sold.length > 0 && (
        <Table
          caption={caption}
          rows={sold}
          rowKey={(row) => row.slug}
          columns={[
            {
              id: 'name',
              header: t('channel.name'),
              rowHeader: true,
              cell: (row) => <RowLink to={`/channels/results/${kind}/${row.slug}`}>{row.name}</RowLink>,
            },
            ...(isFair ? leads : []),
            { id: 'orders', header: t('results.orders'), numeric: true, cell: (row) => row.orders },
            { id: 'sales', header: t('results.sales'), numeric: true, cell: (row) => <Money value={row.sales} /> },
            {
              id: 'refunded',
              header: t('results.refunded'),
              numeric: true,
              cell: (row) => <Money value={row.refunded} />,
            },
            { id: 'net', header: t('results.net'), numeric: true, cell: (row) => <Money value={row.net} /> },
          ]}
        />
      )}
      {idle.length > 0 && (
        <details className="mt-3">
          <summary className="min-h-target py-2 text-green">{t('results.idle', { count: idle.length })}</summary>
          <ul className="flex flex-wrap gap-x-5">
            {idle.map((row) => (
              <li key={row.slug}>
                <TextLink to={`/channels/results/${kind}/${row.slug}`}>{row.name}</TextLink>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

/** What each way sold: orders of this platform that went ahead, and what of it went back. */
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
            <Sold kind="campaign" caption={t('menu.campaigns')} rows={campaigns} />
            <Sold kind="venue" caption={t('menu.venues')} rows={venues} />
            <Sold kind="fair" caption={t('menu.fairs')} rows={fairs} />
          </div>
        )}
      </Whole>
    </Page>
  );
}
