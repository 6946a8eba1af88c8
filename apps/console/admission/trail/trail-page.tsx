import { Badge, usePages, type Output } from '@xihuo/ui';
import { useSearchParams } from 'react-router';
import { Listing } from '../../frame/listing';
import { Page } from '../../frame/page';
import { RowLink, useView, Views } from '../../frame/views';
import { Moment } from '../../frame/when';
import { useT } from '../../words';
import { useDeedT, wordsOf } from '../../frame/trail-words';

type Entry = Output<'GET /admission/trail'>['data'][number];

function What({ entry }: { entry: Entry }) {
  const t = useT();
  const deed = useDeedT();
  const { of, verb } = wordsOf(entry.action);
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <span className="font-medium">
        {of && deed(of)} {verb ? deed(verb) : entry.action}
      </span>
      {isRefused(entry) && <Badge tone="bad">{t('trail.wasRefused')}</Badge>}
      <code className="text-xs text-ink-faint">{entry.action}</code>
    </span>
  );
}

function isRefused({ after }: Entry): boolean {
  return typeof after === 'object' && after !== null && 'refused' in after;
}

function Who({ actor }: { actor: Entry['actor'] }) {
  const t = useT();
  if (actor.kind === 'guest') return <>{t('trail.guest')}</>;
  return actor.kind === 'system' ? (
    <>
      {t('trail.machine')} <code className="text-xs text-ink-faint">{actor.name}</code>
    </>
  ) : (
    <>{actor.name || actor.id}</>
  );
}

/** As it was written down, value by value: an auditor reads the record, not our words for it. */
function Change({ entry }: { entry: Entry }) {
  const t = useT();
  const parts = [
    ['trail.before', entry.before],
    ['trail.after', entry.after],
  ] as const;
  return (
    <details className="text-sm">
      <summary className="inline-flex min-h-target cursor-pointer items-center text-green">{t('trail.show')}</summary>
      <dl className="flex max-w-[28rem] flex-col gap-1 pb-2">
        {parts.map(([word, value]) =>
          value === null ? null : (
            <div key={word}>
              <dt className="text-ink-faint">{t(word)}</dt>
              <dd>
                <pre className="overflow-x-auto text-xs whitespace-pre-wrap">{JSON.stringify(value, null, 1)}</pre>
              </dd>
            </div>
          ),
        )}
        <div>
          <dt className="text-ink-faint">{t('trail.request')}</dt>
          <dd className="break-all">
            <code className="text-xs">{entry.requestId}</code>
          </dd>
        </div>
        <div>
          <dt className="text-ink-faint">{t('trail.position')}</dt>
          <dd className="numeric">{entry.position ?? t('trail.unsealed')}</dd>
        </div>
      </dl>
    </details>
  );
}

/** Every step of admission in the auditor's jurisdiction, every refused attempt, every opening of sealed data. Read only. */
export function TrailPage() {
  const t = useT();
  const [search] = useSearchParams();
  const supplier = search.get('supplier');
  const refused = useView('refused', ['true']) === 'true';
  const query = usePages('GET /admission/trail', {
    query: { ...(supplier ? { supplier } : {}), ...(refused ? { refused: 'true' as const } : {}) },
  });
  return (
    <Page
      title={supplier ? t('trail.ofSupplier') : t('menu.trail')}
      lead={t('trail.lead')}
      {...(supplier ? { back: { to: '/admission/trail', word: t('trail.all') } } : {})}
    >
      <Views
        name="refused"
        label={t('trail.views')}
        views={[
          { value: '', word: t('list.all') },
          { value: 'true', word: t('trail.refused') },
        ]}
      />
      <Listing
        id="trail"
        query={query}
        caption={t('menu.trail')}
        rowKey={(row) => row.id}
        empty={{ title: t('trail.none'), text: t('trail.noneText') }}
        columns={[
          { id: 'what', header: t('trail.what'), rowHeader: true, cell: (row) => <What entry={row} /> },
          { id: 'at', header: t('trail.at'), cell: (row) => <Moment value={row.at} /> },
          { id: 'who', header: t('trail.who'), cell: (row) => <Who actor={row.actor} /> },
          {
            id: 'supplier',
            header: t('trail.supplier'),
            cell: (row) =>
              supplier ? (
                row.supplier.name
              ) : (
                <RowLink to={`/admission/trail?supplier=${row.supplier.id}`}>{row.supplier.name}</RowLink>
              ),
          },
          { id: 'change', header: t('trail.change'), cell: (row) => <Change entry={row} /> },
        ]}
      />
    </Page>
  );
}
