import {
  Card,
  Facts,
  formatDateTime,
  formatNumber,
  Money,
  Table,
  useApi,
  useLocale,
  type Column,
  type Output,
} from '@xihuo/ui';
import { useParams } from 'react-router';
import { Page } from '../../frame/page';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';

type Result = Output<'GET /insight/channels/{kind}/{slug}'>;
type Cost = Result['discounts'][number];
type Kind = 'campaign' | 'venue' | 'fair';

function Figures({ figures }: Pick<Result, 'figures'>) {
  const t = useT();
  const locale = useLocale();
  const count = (value: number) => formatNumber(value, locale);
  return (
    <Card title={t('results.title')}>
      <Facts
        facts={[
          { term: t('results.sales'), detail: <Money value={figures.sales} /> },
          { term: t('results.refunded'), detail: <Money value={figures.refunded} /> },
          { term: t('results.net'), detail: <Money value={figures.net} /> },
          { term: t('results.orders'), detail: count(figures.orders) },
          { term: t('results.packs'), detail: count(figures.packs) },
          { term: t('results.suppliers'), detail: count(figures.suppliers) },
          { term: t('results.counties'), detail: count(figures.counties) },
        ]}
      />
    </Card>
  );
}

/** Each discount by who bears it: what of it was for goods that went back nobody bears. */
function Costs({ discounts, kind }: Pick<Result, 'discounts'> & { kind: Kind }) {
  const t = useT();
  const locale = useLocale();
  if (discounts.length === 0) return <Card title={t('results.costs')}>{t('results.noCosts')}</Card>;
  const rows = discounts.map((cost, index) => ({ ...cost, key: String(index) }));
  const columns: Column<Cost & { key: string }>[] = [
    {
      id: 'name',
      header: t('results.discount'),
      rowHeader: true,
      cell: ({ name, kind: of }) => (
        <span lang={locale === 'en' ? undefined : 'zh-CN'}>
          {name ? name[locale === 'en' ? 'en' : 'zh'] : t(`promotion.kind.${of}`)}
        </span>
      ),
    },
    {
      id: 'funder',
      header: t('results.funder'),
      cell: ({ funder }) => (funder.name ? <span lang="zh-CN">{funder.name}</span> : t(`funder.${funder.kind}`)),
    },
    { id: 'given', header: t('results.given'), numeric: true, cell: ({ given }) => <Money value={given} /> },
    {
      id: 'returned',
      header: t('results.returned'),
      numeric: true,
      cell: ({ returned }) => <Money value={returned} />,
    },
    { id: 'cost', header: t('results.cost'), numeric: true, cell: ({ cost }) => <Money value={cost} /> },
  ];
  return (
    <Card title={t('results.costs')}>
      <p className="mb-3 text-sm text-ink-soft">
        {t(kind === 'campaign' ? 'results.costsOfCampaign' : 'results.costsOfWay')}
      </p>
      <Table caption={t('results.costs')} rows={rows} rowKey={({ key }) => key} columns={columns} />
    </Card>
  );
}

function Leads({ leads }: Pick<Result, 'leads'>) {
  const t = useT();
  const locale = useLocale();
  if (leads.length === 0) return <Card title={t('fairs.leads')}>{t('results.none')}</Card>;
  return (
    <Card title={t('fairs.leads')}>
      <Facts
        facts={leads.map(({ state, count }) => ({
          term: t(`leadState.${state}`),
          detail: formatNumber(count, locale),
        }))}
      />
    </Card>
  );
}

const KINDS: readonly string[] = ['campaign', 'venue', 'fair'] satisfies Kind[];

/** What one campaign, venue or fair sold and what it cost. */
export function ResultPage() {
  const t = useT();
  const locale = useLocale();
  const { kind: asked = '', slug = '' } = useParams();
  const kind = (KINDS.includes(asked) ? asked : 'campaign') as Kind;
  const query = useApi('GET /insight/channels/{kind}/{slug}', { params: { kind, slug } });
  return (
    <Page
      title={query.data ? query.data.name[locale === 'en' ? 'en' : 'zh'] : t('menu.channelResults')}
      lead={query.data && t('results.lead', { at: formatDateTime(query.data.figures.asOf, locale) })}
      back={{ to: '/channels/results', word: t('menu.channelResults') }}
    >
      <Whole query={query}>
        {({ figures, discounts, leads }) => (
          <div className="flex flex-col gap-5">
            <Figures figures={figures} />
            {kind === 'fair' && <Leads leads={leads} />}
            <Costs discounts={discounts} kind={kind} />
          </div>
        )}
      </Whole>
    </Page>
  );
}
