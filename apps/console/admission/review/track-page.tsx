import { Badge, Card, Table, useApi, usePages, type Tone } from '@xihuo/ui';
import { Listing } from '../../frame/listing';
import { Page } from '../../frame/page';
import { RowLink } from '../../frame/views';
import { Day } from '../../frame/when';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';
import { ApplicationBadge } from '../states';

const tones = {
  certified: 'good',
  warned: 'attention',
  rectifying: 'attention',
  suspended: 'bad',
  exited: 'neutral',
} as const satisfies Record<string, Tone>;

const COUNTS = ['recommended', 'certified', 'rejected', 'inProgress', 'underMeasures', 'suspendedOrExited'] as const;

function Totals() {
  const t = useT();
  const query = useApi('GET /admission/recommendations/totals', {});
  return (
    <Whole query={query}>
      {({ data }) =>
        data.length === 0 ? null : (
          <Card title={t('track.totals')} className="mb-6">
            <Table
              caption={t('track.totals')}
              rows={data}
              rowKey={({ county }) => county.code}
              columns={[
                { id: 'county', header: t('queue.county'), rowHeader: true, cell: ({ county }) => county.name },
                ...COUNTS.map((count) => ({
                  id: count,
                  header: t(`track.${count}`),
                  numeric: true,
                  cell: (row: (typeof data)[number]) => row[count],
                })),
              ]}
            />
          </Card>
        )
      }
    </Whole>
  );
}

/** What became of what the county vouched for. */
export function TrackPage() {
  const t = useT();
  const query = usePages('GET /admission/recommendations', { query: {} });
  return (
    <Page title={t('menu.recommendations')} lead={t('track.lead')}>
      <Totals />
      <Listing
        id="recommendations"
        query={query}
        caption={t('menu.recommendations')}
        rowKey={(row) => `${row.applicationId} ${row.department} ${row.signedAt}`}
        empty={{ title: t('track.none'), text: t('track.noneText') }}
        columns={[
          {
            id: 'supplier',
            header: t('queue.supplier'),
            rowHeader: true,
            cell: (row) => <RowLink to={`/admission/applications/${row.applicationId}`}>{row.supplierName}</RowLink>,
          },
          { id: 'county', header: t('queue.county'), cell: (row) => row.county.name },
          {
            id: 'department',
            header: t('track.department'),
            cell: (row) => t(`review.checks.${row.department}`),
          },
          {
            id: 'signed',
            header: t('track.signed'),
            cell: (row) => (
              <>
                {row.signedBy} <Day value={row.signedAt} />
              </>
            ),
          },
          {
            id: 'outcome',
            header: t('track.outcome'),
            cell: (row) => (
              <>
                <ApplicationBadge state={row.state} />
                {row.state === 'rejected' && row.decisionReason && (
                  <span className="block max-w-[24em] text-sm text-ink-soft">{row.decisionReason}</span>
                )}
              </>
            ),
          },
          {
            id: 'standing',
            header: t('track.standing'),
            cell: ({ standing }) =>
              standing ? <Badge tone={tones[standing]}>{t(`track.standing.${standing}`)}</Badge> : t('list.notYet'),
          },
          {
            id: 'measures',
            header: t('track.measures'),
            cell: ({ measures }) => (measures === 0 ? t('list.notYet') : t('track.measuresCount', { count: measures })),
          },
        ]}
      />
    </Page>
  );
}
