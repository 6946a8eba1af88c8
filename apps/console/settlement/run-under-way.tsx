import { useQueryClient } from '@tanstack/react-query';
import { Card, formatDate, formatNumber, Notice, routeKey, useApi, useLocale, type Output } from '@xihuo/ui';
import { useEffect } from 'react';
import { ActButton, type Act } from '../admission/watching/act';
import { useAgainIn } from '../frame/live/live';
import { hasRole, useMe } from '../identity/me';
import { TimeLeft } from '../frame/time-left';
import { useT } from '../words';
import { RunBadge } from './run-badge';

type Detail = Output<'GET /settlement/runs/{id}'>;
type Failed = Detail['failed'][number];

/** Looked at again while a worker is at it; seldom where it waits for a person, who may be somebody else. */
const AGAIN_MS = 2_000;
const RESTING_MS = 15_000;

function againIn(run: Detail | undefined, often: number): number | false {
  if (run?.state === 'posted') return false;
  const waits =
    run &&
    (run.state === 'paused' ||
      (run.progress.failed > 0 && run.progress.settled + run.progress.failed === run.progress.shards));
  return waits ? Math.max(often, RESTING_MS) : often;
}

/** How far a run is that is not posted, live; rest and going on for finance, and the suppliers that could not be settled. */
export function RunUnderWay({ id }: { id: string }) {
  const queries = useQueryClient();
  const often = useAgainIn(AGAIN_MS);
  const { data: run } = useApi(
    'GET /settlement/runs/{id}',
    { params: { id } },
    { staleTime: 0, refetchInterval: ({ state: { data } }) => againIn(data, often) },
  );
  const posted = run?.state === 'posted';
  useEffect(() => {
    if (!posted) return;
    void queries.invalidateQueries({ queryKey: routeKey('GET /settlement/runs') });
    void queries.invalidateQueries({ queryKey: routeKey('GET /settlement/statements') });
  }, [posted, queries]);
  return run ? <Standing run={run} /> : null;
}

function Standing({ run }: { run: Detail }) {
  const t = useT();
  const locale = useLocale();
  const isFinance = hasRole(useMe(), ['finance']);
  const { shards, settled, lines, linesSettled } = run.progress;
  const count = (number: number) => formatNumber(number, locale);
  return (
    <Card
      className="mb-6"
      title={t('run.of', { date: formatDate(run.periodEnd, locale) })}
      aside={<RunBadge state={run.state} />}
    >
      <div className="flex flex-col gap-4">
        <div aria-live="polite">
          <p className="flex flex-wrap gap-x-6 text-ink-soft">
            <span>{t('run.shards', { settled: count(settled), shards: count(shards) })}</span>
            <span>{t('run.ofLines', { settled: count(linesSettled), lines: count(lines) })}</span>
            {run.state !== 'paused' && <TimeLeft done={linesSettled} total={lines} />}
          </p>
          <progress
            aria-label={t('run.progress')}
            value={settled}
            max={Math.max(1, shards)}
            className="mt-2 block h-2 w-full accent-green"
          />
          {run.state === 'paused' && <p className="mt-2 text-ink-soft">{t('run.restText')}</p>}
        </div>
        {run.failed.length > 0 && <NotSettled run={run} />}
        {isFinance && run.state !== 'posted' && <Steer run={run} />}
      </div>
    </Card>
  );
}

function Steer({ run: { id, state } }: { run: Detail }) {
  const t = useT();
  const input = () => ({ params: { id }, body: {} });
  const pause: Act<'POST /settlement/runs/{id}/pause'> = {
    ...{ route: 'POST /settlement/runs/{id}/pause', word: t('run.pause'), lead: t('run.pauseText') },
    ...{ done: t('run.pauseDone'), fields: [], input },
  };
  const resume: Act<'POST /settlement/runs/{id}/resume'> = {
    ...{ route: 'POST /settlement/runs/{id}/resume', word: t('run.resume'), lead: t('run.resumeText') },
    ...{ done: t('run.resumeDone'), fields: [], look: 'accent', input },
  };
  return <div>{state === 'paused' ? <ActButton act={resume} /> : <ActButton act={pause} />}</div>;
}

function NotSettled({ run }: { run: Detail }) {
  const t = useT();
  const isFinance = hasRole(useMe(), ['finance']);
  const locale = useLocale();
  return (
    <Notice tone="bad" title={t('run.failed', { count: formatNumber(run.progress.failed, locale) })}>
      <p>{t('run.failedText')}</p>
      <ul className="mt-3 flex flex-col gap-3">
        {run.failed.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <span className="min-w-0">
              <span className="font-medium text-ink">{one.supplier.name}</span>
              <span className="block text-sm wrap-anywhere">
                {t('run.failedReason')}: {one.reason}
              </span>
            </span>
            {isFinance && <Retry shard={one} />}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Retry({ shard }: { shard: Failed }) {
  const t = useT();
  const act: Act<'POST /settlement/shards/{id}/retry'> = {
    ...{ route: 'POST /settlement/shards/{id}/retry', word: t('run.retry') },
    ...{ lead: t('run.retryText', { supplier: shard.supplier.name }), done: t('run.retryDone'), fields: [] },
    input: () => ({ params: { id: shard.id }, body: {} }),
  };
  return <ActButton act={act} size="small" />;
}
