import { Card, Facts, Timeline, useLocale, formatDateTime, type TimelineEntry } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { Moment } from '../../frame/when';
import { useT } from '../../words';
import { Said } from './frame';
import { MeasureStates } from './measures-page';
import { Papers } from './papers';
import type { Measure } from './states';
import { Until, useSay } from './today';

/** What a measure says, and what was done about it, as both sides read it. */
export function MeasureBody({ measure }: { measure: Measure }) {
  const t = useT();
  const say = useSay();
  return (
    <>
      <Card title={t('measure.reason')}>
        <Said>{say(measure.reason)}</Said>
        {measure.endReason && (
          <p className="mt-3 text-ink-soft">
            {t('measure.endReason')}
            {t('list.colon')}
            {measure.endReason}
          </p>
        )}
      </Card>
      {measure.rectification && <Rectification rectification={measure.rectification} />}
      {measure.appeal && (
        <Card title={t('watch.appeal')}>
          <Said>{measure.appeal.statement}</Said>
          <Papers ids={measure.appeal.files} />
          <p className="mt-2 text-sm text-ink-faint">
            <Moment value={measure.appeal.filedAt} />
          </p>
          {measure.appeal.decision ? (
            <p className="mt-3">
              {t('appeal.decision')}
              {t('list.colon')}
              {measure.appeal.decision}
            </p>
          ) : (
            <p className="mt-3">
              {t('appeal.due')}
              {t('list.colon')}
              <Until day={measure.appeal.dueOn} settled={measure.appeal.state !== 'filed'} />
            </p>
          )}
        </Card>
      )}
    </>
  );
}

function Rectification({ rectification }: { rectification: NonNullable<Measure['rectification']> }) {
  const t = useT();
  const locale = useLocale();
  const { plannedAt, reportedAt, verifiedAt, report, verdict } = rectification;
  const at = (value: string) => formatDateTime(value, locale);
  const entries: TimelineEntry[] = [];
  if (plannedAt)
    entries.push({
      ...{ id: 'plan', at: at(plannedAt), title: t('rectification.plan') },
      children: (
        <Facts
          facts={(['rootCause', 'correctiveAction', 'preventiveAction'] as const).map((name) => ({
            term: t(`rectification.${name}`),
            detail: <Said>{rectification[name] ?? ''}</Said>,
          }))}
        />
      ),
    });
  if (reportedAt && report)
    entries.push({
      ...{ id: 'report', at: at(reportedAt), title: t('rectification.report') },
      children: (
        <>
          <Said>{report}</Said>
          <Papers ids={rectification.reportFiles} />
        </>
      ),
    });
  if (verdict)
    entries.push({
      id: 'verdict',
      at: verifiedAt ? at(verifiedAt) : '',
      title: t('rectification.verdict'),
      children: <Said>{verdict}</Said>,
    });
  return (
    <Card
      title={t('rectification.title')}
      aside={
        <Until
          day={rectification.dueOn}
          settled={['reported', 'verified', 'cancelled'].includes(rectification.state)}
        />
      }
    >
      {entries.length === 0 ? (
        <p className="text-ink-soft">{t('rectification.nothing')}</p>
      ) : (
        <Timeline entries={entries} />
      )}
    </Card>
  );
}

export function MeasureFacts({ measure, supplier }: { measure: Measure; supplier: ReactNode }) {
  const t = useT();
  const say = useSay();
  const settled = measure.state !== 'inForce';
  return (
    <Card title={t('measure.facts')}>
      <Facts
        facts={[
          { term: t('list.state'), detail: <MeasureStates measure={measure} /> },
          { term: t('watch.supplier'), detail: supplier },
          ...(measure.productName ? [{ term: t('watch.product'), detail: measure.productName }] : []),
          ...(measure.ground
            ? [{ term: t('case.ground'), detail: `${measure.ground.code} ${say(measure.ground.name)}` }]
            : []),
          { term: t('measure.by'), detail: t(measure.byMachine ? 'watch.machine' : 'watch.person') },
          { term: t('measure.since'), detail: <Moment value={measure.startedAt} /> },
          ...(measure.endsOn
            ? [{ term: t('measure.until'), detail: <Until day={measure.endsOn} settled={settled} /> }]
            : []),
          { term: t('measure.statementUntil'), detail: <Until day={measure.statementUntil} settled={settled} /> },
          {
            term: t('measure.appealUntil'),
            detail: <Until day={measure.appealUntil} settled={settled || measure.appealed} />,
          },
          { term: t('measure.published'), detail: <Moment value={measure.publishedAt} /> },
        ]}
      />
    </Card>
  );
}
