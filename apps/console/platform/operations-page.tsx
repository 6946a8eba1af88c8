import { Badge, formatNumber, Notice, Table, useApi, useLocale, type Column, type Output } from '@xihuo/ui';
import { Page } from '../frame/page';
import { RowLink, useView, Views } from '../frame/views';
import { Moment } from '../frame/when';
import { Whole } from '../frame/whole';
import { useT } from '../words';
import { SwitchCards } from './switch-cards';

type Reading = Output<'GET /operations'>['data'][number];

const RENEWED_MS = 30_000;
const JOBS = ['job'] as const;
const QUEUES = ['process', 'outbox', 'deadLetters', 'message', 'audit'] as const;

/** What is wrong comes first. */
const redFirst = (readings: readonly Reading[], kinds: readonly Reading['kind'][]) =>
  readings.filter(({ kind }) => kinds.includes(kind)).toSorted((one, other) => Number(one.ok) - Number(other.ok));

function Standing({ ok, words }: Reading) {
  const t = useT();
  return (
    <>
      <Badge tone={ok ? 'good' : 'bad'}>{t(ok ? 'operations.ok' : 'operations.bad')}</Badge> {words}
    </>
  );
}

function useNameOf() {
  const t = useT();
  return ({ kind, name }: Reading) =>
    kind === 'deadLetters'
      ? t('operations.reading.deadLetters', { consumer: name })
      : t(`operations.reading.${kind}.${name}` as 'operations.reading.outbox.waiting');
}

function Queues({ readings }: { readings: readonly Reading[] }) {
  const t = useT();
  const locale = useLocale();
  const nameOf = useNameOf();
  const columns: Column<Reading>[] = [
    {
      ...{ id: 'what', header: t('operations.what'), rowHeader: true },
      cell: (row) =>
        row.kind === 'deadLetters' ? <RowLink to="/platform/dead-letters">{nameOf(row)}</RowLink> : nameOf(row),
    },
    { id: 'state', header: t('operations.state'), cell: (row) => <Standing {...row} /> },
    {
      ...{ id: 'count', header: t('operations.count'), numeric: true },
      cell: (row) => (row.kind === 'process' ? '' : formatNumber(row.count, locale)),
    },
    { id: 'since', header: t('operations.oldest'), cell: (row) => <Moment value={row.since} /> },
  ];
  return (
    <section aria-labelledby="queues">
      <h2 id="queues" className="mb-3 text-lg">
        {t('operations.queues')}
      </h2>
      <Table
        caption={t('operations.queues')}
        rows={redFirst(readings, QUEUES)}
        rowKey={({ kind, name }) => `${kind} ${name}`}
        columns={columns}
      />
    </section>
  );
}

/** Those that are late or failed; the dozens that run in time fold away. */
function Jobs({ readings }: { readings: readonly Reading[] }) {
  const t = useT();
  const locale = useLocale();
  const columns: Column<Reading>[] = [
    {
      ...{ id: 'job', header: t('operations.job'), rowHeader: true },
      cell: ({ name }) => <span className="font-mono text-sm break-all">{name}</span>,
    },
    { id: 'state', header: t('operations.state'), cell: (row) => <Standing {...row} /> },
    { id: 'last', header: t('operations.last'), cell: (row) => <Moment value={row.since} /> },
  ];
  const jobs = redFirst(readings, JOBS);
  const [wrong, well] = [jobs.filter(({ ok }) => !ok), jobs.filter(({ ok }) => ok)];
  const table = (rows: readonly Reading[]) => (
    <Table caption={t('operations.jobs')} rows={rows} rowKey={({ name }) => name} columns={columns} />
  );
  return (
    <section aria-labelledby="jobs">
      <h2 id="jobs" className="mb-3 text-lg">
        {t('operations.jobs')}
      </h2>
      {wrong.length > 0 && table(wrong)}
      <details className="mt-3">
        <summary className="min-h-target cursor-pointer py-2 text-green">
          {t('operations.jobsWell', { count: formatNumber(well.length, locale) })}
        </summary>
        {table(well)}
      </details>
    </section>
  );
}

function Now({ readings }: { readings: readonly Reading[] }) {
  const t = useT();
  const wrong = redFirst(readings, [...QUEUES, ...JOBS]).filter(({ ok }) => !ok).length;
  return (
    <div className="flex flex-col gap-8">
      {wrong === 0 ? (
        <Notice tone="good">{t('operations.fine')}</Notice>
      ) : (
        <Notice tone="bad">{t('operations.wrong', { count: wrong })}</Notice>
      )}
      <SwitchCards readings={readings} />
      <Queues readings={readings} />
      <Jobs readings={readings} />
    </div>
  );
}

function GoLive({ readings }: { readings: readonly Reading[] }) {
  const t = useT();
  const list = redFirst(readings, ['goLive']);
  const missing = list.filter(({ ok }) => !ok).length;
  return (
    <div className="flex flex-col gap-5">
      <Notice tone={missing === 0 ? 'good' : 'attention'}>
        {missing === 0 ? t('operations.goLive.ready') : t('operations.goLive.missing', { count: missing })}
      </Notice>
      <ul className="max-w-[52em] divide-y divide-line rounded-lg border border-line bg-surface px-5">
        {list.map(({ name, ok, words }) => (
          <li key={name} className="grid grid-cols-[4.5rem_1fr] items-baseline gap-x-3 py-3">
            <Badge tone={ok ? 'good' : 'bad'}>{t(ok ? 'operations.goLive.yes' : 'operations.goLive.no')}</Badge>
            <span className={`break-words ${ok ? 'text-ink-soft' : ''}`}>{words}</span>
          </li>
        ))}
      </ul>
      <p className="text-sm text-ink-soft">{t('operations.goLive.lead')}</p>
    </div>
  );
}

/** How the house runs, what is paused, and what is missing before real people buy for real money. */
export function OperationsPage() {
  const t = useT();
  const view = useView('view', ['goLive']);
  const query = useApi('GET /operations', {}, { refetchInterval: RENEWED_MS });
  return (
    <Page title={t('menu.operations')} lead={t('operations.lead')}>
      <Views
        name="view"
        label={t('menu.operations')}
        views={[
          { value: '', word: t('operations.now') },
          { value: 'goLive', word: t('operations.goLive') },
        ]}
      />
      <Whole query={query}>
        {({ data }) => (view === 'goLive' ? <GoLive readings={data} /> : <Now readings={data} />)}
      </Whole>
    </Page>
  );
}
