import { Card, Table, useApi, usePages, type Output } from '@xihuo/ui';
import { useParams } from 'react-router';
import { Page } from '../../frame/page';
import { RowLink } from '../../frame/views';
import { Day } from '../../frame/when';
import { Whole } from '../../frame/whole';
import { hasRole, useMe } from '../../identity/me';
import { LookOn } from '../../identity/viewing/look-on';
import { useT } from '../../words';
import { ActButton, type Act } from './act';
import { GROUNDS, type Ground } from './grounds';
import { MeasureStates } from './measures-page';
import { StateBadge } from './states';
import { useSay } from './today';

type Signal = Output<'GET /admission/suppliers/{id}/signals'>['data'][number];

/** One line a kind over ninety days, drawn to its own height: what matters is where it rises. */
function Spark({ amounts }: { amounts: readonly number[] }) {
  const most = Math.max(1, ...amounts);
  const step = 120 / Math.max(1, amounts.length - 1);
  const points = amounts.map(
    (amount, index) => `${(index * step).toFixed(1)},${(24 - (amount / most) * 22).toFixed(1)}`,
  );
  return (
    <svg
      aria-hidden
      viewBox="0 0 120 26"
      className="h-7 w-32 text-green"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      <polyline points={points.join(' ')} strokeLinejoin="round" />
    </svg>
  );
}

function Signals({ signals }: { signals: readonly Signal[] }) {
  const t = useT();
  const kinds = [...new Set(signals.map(({ kind }) => kind))].map((kind) => {
    const days = signals.filter((one) => one.kind === kind).sort((one, other) => one.day.localeCompare(other.day));
    return {
      kind,
      sum: days.reduce((sum, { amount }) => sum + BigInt(amount), 0n).toString(),
      last: days.at(-1)?.day ?? null,
      amounts: days.map(({ amount }) => Number(amount)),
    };
  });
  return (
    <Card title={t('signals.title')}>
      {kinds.length === 0 ? (
        <p className="text-ink-soft">{t('signals.none')}</p>
      ) : (
        <Table
          caption={t('signals.title')}
          rows={kinds}
          rowKey={(row) => row.kind}
          columns={[
            { id: 'kind', header: t('signals.kind'), rowHeader: true, cell: (row) => t(`signal.${row.kind}`) },
            { id: 'line', header: t('signals.line'), cell: (row) => <Spark amounts={row.amounts} /> },
            { id: 'sum', header: t('signals.sum'), numeric: true, cell: (row) => row.sum },
            { id: 'last', header: t('signals.last'), cell: (row) => <Day value={row.last} /> },
          ]}
        />
      )}
    </Card>
  );
}

function useOpen(supplierId: string): Act<'POST /admission/cases'> {
  const t = useT();
  return {
    route: 'POST /admission/cases',
    ...{ word: t('case.new'), lead: t('case.new.lead'), done: t('case.new.done'), look: 'primary' },
    fields: [
      {
        ...{ name: 'ground', kind: 'choice', label: t('case.ground') },
        choices: GROUNDS.map((value) => ({ value, label: `${value} ${t(`ground.${value}`)}` })),
      },
      { name: 'summary', kind: 'area', label: t('case.summary'), least: 4, most: 2000 },
    ],
    input: ({ ground, summary = '' }) => ({ body: { supplierId, ground: ground as Ground, summary: summary.trim() } }),
  };
}

function Matters({ id }: { id: string }) {
  const t = useT();
  const say = useSay();
  const cases = usePages('GET /admission/cases', { query: { supplier: id } });
  const measures = usePages('GET /admission/measures', { query: { supplier: id } });
  return (
    <>
      <Card title={t('watch.measures')}>
        {measures.rows?.length === 0 && <p className="text-ink-soft">{t('measures.none')}</p>}
        <Table
          caption={t('watch.measures')}
          rows={measures.rows ?? []}
          rowKey={(row) => row.id}
          columns={[
            {
              id: 'kind',
              header: t('measure.kind'),
              rowHeader: true,
              cell: (row) => (
                <RowLink to={`/admission/watching/measures/${row.id}`}>{t(`measureKind.${row.kind}`)}</RowLink>
              ),
            },
            { id: 'state', header: t('list.state'), cell: (row) => <MeasureStates measure={row} /> },
            { id: 'since', header: t('measure.since'), cell: (row) => <Day value={row.startedAt} /> },
          ]}
        />
      </Card>
      <Card title={t('watch.cases')}>
        {cases.rows?.length === 0 && <p className="text-ink-soft">{t('cases.none')}</p>}
        <Table
          caption={t('watch.cases')}
          rows={cases.rows ?? []}
          rowKey={(row) => row.id}
          columns={[
            {
              id: 'ground',
              header: t('case.ground'),
              rowHeader: true,
              cell: (row) => <RowLink to={`/admission/watching/cases/${row.id}`}>{say(row.ground.name)}</RowLink>,
            },
            { id: 'state', header: t('list.state'), cell: (row) => <StateBadge state={`case.${row.state}`} /> },
            { id: 'found', header: t('case.found'), cell: (row) => <Day value={row.foundOn} /> },
          ]}
        />
      </Card>
    </>
  );
}

/** Everything that is watched about one supplier. */
export function SupplierPage() {
  const t = useT();
  const say = useSay();
  const me = useMe();
  const { id = '' } = useParams();
  const supplier = useApi('GET /suppliers/{id}', { params: { id } });
  const signals = useApi('GET /admission/suppliers/{id}/signals', { params: { id }, query: { days: 90 } });
  const open = useOpen(id);
  const name = supplier.data ? say(supplier.data.name) : t('watch.supplier');
  return (
    <Page
      title={name}
      back={{ to: '/admission/watching', word: t('menu.watching') }}
      history={{ kind: 'supplier', id }}
      actions={
        <>
          {hasRole(me, ['reviewer']) && <ActButton act={open} />}
          {hasRole(me, ['operator']) && <LookOn supplierId={id} name={name} />}
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <Whole query={signals}>{({ data }) => <Signals signals={data} />}</Whole>
        <Matters id={id} />
      </div>
    </Page>
  );
}
