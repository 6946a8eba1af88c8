import { usePages } from '@xihuo/ui';
import { Listing } from '../../frame/listing';
import { RowLink, useView, Views } from '../../frame/views';
import { WhatWaits } from '../../frame/what-waits';
import { Day } from '../../frame/when';
import { useT } from '../../words';
import { WatchPage } from './frame';
import { StateBadge, type Measure } from './states';
import { Until, useSay } from './today';

const KINDS = [
  'rectification',
  'warning',
  'productDelisting',
  'suspension',
  'exit',
  'reAdmissionBar',
  'notice',
] as const;

/** The day something must have happened by: putting right, hearing what is appealed, or the end of its time. */
export function MeasureDue({ measure }: { measure: Measure }) {
  const { rectification, endsOn, state } = measure;
  if (state !== 'inForce') return <Day value={measure.endedAt} />;
  return <Until day={rectification?.dueOn ?? endsOn} settled={rectification?.state === 'reported'} />;
}

export function MeasureStates({ measure }: { measure: Measure }) {
  const { state, rectification, appeal } = measure;
  return (
    <span className="inline-flex flex-wrap gap-x-1.5">
      <StateBadge state={`measure.${state}`} />
      {state === 'inForce' && rectification && <StateBadge state={`rectification.${rectification.state}`} />}
      {appeal && <StateBadge state={`appeal.${appeal.state}`} />}
    </span>
  );
}

/** Measures within the own jurisdiction, what they rest on and until when. */
export function MeasuresPage() {
  const t = useT();
  const say = useSay();
  const kind = useView('kind', KINDS);
  const waiting = useView('waiting', ['verification']);
  const query = usePages('GET /admission/measures', {
    query: { ...(kind ? { kind } : {}), ...(waiting ? { waiting } : {}) },
  });
  return (
    <WatchPage title={t('watch.measures')} lead={t('measures.lead')}>
      <WhatWaits name="waiting" views={[{ value: 'verification', word: t('home.rectifications') }]} />
      <Views
        name="kind"
        label={t('measures.views')}
        views={[
          { value: '', word: t('list.all') },
          ...KINDS.map((value) => ({ value, word: t(`measureKind.${value}`) })),
        ]}
      />
      <Listing
        id="measures"
        query={query}
        caption={t('watch.measures')}
        rowKey={(row) => row.id}
        empty={{ title: t('measures.none'), text: t('measures.noneText') }}
        columns={[
          {
            id: 'supplier',
            header: t('watch.supplier'),
            rowHeader: true,
            cell: (row) => <RowLink to={`/admission/watching/measures/${row.id}`}>{row.supplier.name}</RowLink>,
          },
          {
            id: 'kind',
            header: t('measure.kind'),
            cell: (row) => (
              <span className="block sm:max-w-80">
                {t(`measureKind.${row.kind}`)}
                {row.productName && ` · ${row.productName}`}
                <span className="block text-xs text-ink-faint">{say(row.reason)}</span>
              </span>
            ),
          },
          { id: 'state', header: t('list.state'), cell: (row) => <MeasureStates measure={row} /> },
          { id: 'since', header: t('measure.since'), cell: (row) => <Day value={row.startedAt} /> },
          { id: 'until', header: t('measure.until'), cell: (row) => <MeasureDue measure={row} /> },
        ]}
      />
    </WatchPage>
  );
}
