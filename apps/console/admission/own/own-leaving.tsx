import { Card, Notice, usePages } from '@xihuo/ui';
import { useMe } from '../../identity/me';
import { useT } from '../../words';
import { ActButton, type Act } from '../watching/act';
import { Checklist } from '../watching/exits-page';
import { Until } from '../watching/today';

function Ask({ supplierId }: { supplierId: string }) {
  const t = useT();
  const act: Act<'POST /supplier/exit-requests'> = {
    route: 'POST /supplier/exit-requests',
    ...{ word: t('own.leave'), lead: t('own.leave.lead'), done: t('own.leave.done'), look: 'danger' },
    fields: [{ name: 'reason', kind: 'area', label: t('own.leave.reason'), least: 4, most: 2000 }],
    input: ({ reason = '' }) => ({ body: { supplierId, reason: reason.trim() } }),
  };
  return <ActButton act={act} />;
}

function TakeBack({ caseId }: { caseId: string }) {
  const t = useT();
  const act: Act<'POST /supplier/exit-requests/{id}/withdraw'> = {
    route: 'POST /supplier/exit-requests/{id}/withdraw',
    ...{ word: t('own.stay'), lead: t('own.stay.lead'), done: t('own.stay.done'), fields: [] },
    input: () => ({ params: { id: caseId } }),
  };
  return <ActButton act={act} />;
}

/** Asking to leave, taking it back, and the checklist once it runs. */
export function Leaving() {
  const t = useT();
  const me = useMe();
  const exits = usePages('GET /supplier/exits', { query: {} });
  const cases = usePages('GET /supplier/cases', { query: {} });
  const supplierId = me.grants.find(({ role }) => role === 'supplier')?.organisation?.id;
  const asked = cases.rows?.find(({ ground, state }) => ground.code === 'EXT-19' && state !== 'closed');
  const running = exits.rows?.find(({ state }) => state === 'running');
  if (running)
    return (
      <>
        <Notice tone="attention" title={t('own.leaving')}>
          <Until day={running.deadline} />
        </Notice>
        <Checklist exit={running} />
      </>
    );
  return (
    <Card title={t('own.leave')}>
      <p className="mb-3 max-w-[44em] text-ink-soft">{t(asked ? 'own.leave.asked' : 'own.leave.text')}</p>
      {asked && (
        <p className="mb-3">
          {t('own.leave.until')}
          {t('list.colon')}
          <Until day={asked.statementUntil} />
        </p>
      )}
      {asked ? <TakeBack caseId={asked.id} /> : supplierId && <Ask supplierId={supplierId} />}
    </Card>
  );
}
