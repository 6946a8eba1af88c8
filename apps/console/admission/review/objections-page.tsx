import { Badge, usePages, type Tone } from '@xihuo/ui';
import { Listing } from '../../frame/listing';
import { Page } from '../../frame/page';
import { RowLink, useView, Views } from '../../frame/views';
import { Moment } from '../../frame/when';
import { useT } from '../../words';

const CLOSED = ['upheld', 'dismissed'] as const;

export const objectionTones = {
  open: 'attention',
  upheld: 'bad',
  dismissed: 'neutral',
} as const satisfies Record<string, Tone>;

/** Objections to public notices, the oldest open one first. */
export function ObjectionsPage() {
  const t = useT();
  const state = useView('state', CLOSED) ?? 'open';
  const query = usePages('GET /admission/objections', { query: { state } });
  return (
    <Page title={t('menu.objections')} lead={t('objections.lead')}>
      <Views
        name="state"
        label={t('objections.views')}
        views={[
          { value: '', word: t('objection.open') },
          ...CLOSED.map((value) => ({ value, word: t(`objection.${value}`) })),
        ]}
      />
      <Listing
        id="objections"
        query={query}
        caption={t('menu.objections')}
        rowKey={(row) => row.id}
        empty={{ title: t('objections.none'), text: t('objections.noneText') }}
        columns={[
          {
            id: 'supplier',
            header: t('queue.supplier'),
            rowHeader: true,
            cell: (row) => <RowLink to={`/admission/objections/${row.id}`}>{row.supplierName}</RowLink>,
          },
          { id: 'county', header: t('queue.county'), cell: (row) => row.county.name },
          {
            id: 'statement',
            header: t('objections.statement'),
            cell: (row) => <span className="line-clamp-2 max-w-[32em]">{row.statement}</span>,
          },
          { id: 'submitted', header: t('objections.submitted'), cell: (row) => <Moment value={row.submittedAt} /> },
          {
            id: 'state',
            header: t('list.state'),
            cell: (row) => <Badge tone={objectionTones[row.state]}>{t(`objection.${row.state}`)}</Badge>,
          },
        ]}
      />
    </Page>
  );
}
