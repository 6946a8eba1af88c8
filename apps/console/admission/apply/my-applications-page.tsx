import { useQueryClient } from '@tanstack/react-query';
import { Button, Card, EmptyState, routeKey, useApi, useSend } from '@xihuo/ui';
import { Link, useNavigate } from 'react-router';
import { Page } from '../../frame/page';
import { useView } from '../../frame/views';
import { WhatWaits } from '../../frame/what-waits';
import { Whole } from '../../frame/whole';
import { Day, Moment } from '../../frame/when';
import { useMe } from '../../identity/me';
import { useT } from '../../words';
import { ApplicationBadge } from '../states';
import type { OwnApplication } from './file';
import { Problem } from '../../frame/problem';
import { Mandates } from './mandates';

const OVER: readonly OwnApplication['state'][] = ['certified', 'rejected', 'withdrawn'];

function Application({ one }: { one: OwnApplication }) {
  const t = useT();
  const mine = one.state === 'draft' || one.state === 'correctionsRequested';
  return (
    <li className="rounded-lg border border-line bg-surface p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="text-lg">{one.supplierName}</h2>
        <ApplicationBadge state={one.state} />
      </div>
      <p className="text-sm text-ink-faint">
        {t(`supplierKind.${one.kind}`)} · {one.county.provinceName} {one.county.name}
      </p>
      <p className="mt-2">{t(`apply.state.${one.state}`)}</p>
      {one.decisionReason && <p className="mt-1 text-ink-soft">{t('apply.reason', { reason: one.decisionReason })}</p>}
      <p className="mt-1 text-sm text-ink-faint">
        {one.decidedAt ? (
          <>
            {t('applications.decided')} <Day value={one.decidedAt} />
          </>
        ) : one.submittedAt ? (
          <>
            {t('applications.submitted')} <Moment value={one.submittedAt} />
          </>
        ) : (
          <>
            {t('apply.lastSaved')} <Moment value={one.savedAt} />
          </>
        )}
      </p>
      <Link to={one.id} className="touch mt-1 font-medium text-green underline-offset-4 hover:underline">
        {mine ? t('apply.goOn') : t('apply.look')} →
      </Link>
    </li>
  );
}

/** A button for every own organisation that has no application under way: the first one, or the renewal. */
function Begin({ applications }: { applications: readonly OwnApplication[] }) {
  const t = useT();
  const me = useMe();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const begin = useSend('POST /admission/applications', {
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: routeKey('GET /me/applications') });
      await navigate(id);
    },
  });
  const free = me.grants
    .flatMap(({ role, organisation }) => (role === 'supplier' && organisation ? [organisation] : []))
    .filter(({ id }) => applications.every((one) => one.supplierId !== id || OVER.includes(one.state)));
  if (free.length === 0) return null;
  return (
    <Card title={t('apply.begin.title')}>
      <p className="mb-3 text-ink-soft">{t('apply.begin.text')}</p>
      <Problem problem={begin.error} />
      <div className="mt-3 flex flex-wrap gap-3">
        {free.map(({ id, name }) => {
          const renewal = applications.some((one) => one.supplierId === id && one.state === 'certified');
          return (
            <Button
              data-act="POST /admission/applications"
              key={id}
              look={renewal ? 'secondary' : 'primary'}
              pending={begin.isPending && begin.variables.body.supplierId === id}
              onClick={() => begin.mutate({ body: { supplierId: id } })}
            >
              {t(renewal ? 'apply.begin.renew' : 'apply.begin.first', { name })}
            </Button>
          );
        })}
      </div>
    </Card>
  );
}

const WAITING = ['correction', 'renewal', 'mandate'] as const;

/** The own applications, newest first, with what each waits for; and the mandates that were asked or given. */
export function MyApplicationsPage() {
  const t = useT();
  const waiting = useView('waiting', WAITING);
  const narrowed = waiting === 'mandate' ? undefined : waiting;
  const query = useApi('GET /me/applications', narrowed === undefined ? {} : { query: { waiting: narrowed } });
  return (
    <Page title={t('menu.apply')} lead={t('apply.lead')}>
      <WhatWaits name="waiting" views={WAITING.map((value) => ({ value, word: t(`waiting.${value}`) }))} />
      {waiting === 'mandate' ? (
        <Mandates waiting />
      ) : (
        <Whole query={query}>
          {({ data }) => (
            <div className="flex flex-col gap-5">
              {data.length === 0 ? (
                <EmptyState title={t(waiting ? 'waiting.nothing' : 'apply.none')}>
                  {waiting ? '' : t('apply.noneText')}
                </EmptyState>
              ) : (
                <ul className="grid gap-5 lg:grid-cols-2">
                  {data.map((one) => (
                    <Application key={one.id} one={one} />
                  ))}
                </ul>
              )}
              {waiting !== 'correction' && <Begin applications={data} />}
              {waiting === undefined && <Mandates />}
            </div>
          )}
        </Whole>
      )}
    </Page>
  );
}
