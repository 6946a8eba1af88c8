import { Badge, Card, Notice, useApi, useLocale, type Output, type Tone } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../../words';
import { inReadingOrder } from '../findings';
import type { Application } from './case';
import { Rerun } from './rerun';

export type Finding = Application['findings'][number];
type Criterion = Output<'GET /standards/{standard}'>['list'][number];

export const resultTones: Record<Finding['result'], Tone> = {
  pass: 'good',
  fail: 'bad',
  notApplicable: 'neutral',
  notJudged: 'attention',
};

export function useLanguage(): 'zh' | 'en' {
  return useLocale() === 'en' ? 'en' : 'zh';
}

/** The rule, its grounds, how it is looked at, and the very program that judged. */
function Explained({ finding, criterion }: { finding: Finding; criterion: Criterion | undefined }) {
  const t = useT();
  return (
    <details className="mt-1 text-sm text-ink-soft">
      <summary className="inline-flex min-h-target cursor-pointer items-center text-green underline-offset-4 hover:underline">
        {t('review.findings.explain')}
      </summary>
      <dl className="grid grid-cols-[fit-content(30%)_1fr] gap-x-4 gap-y-1 pb-2">
        {criterion && (
          <>
            <dt className="text-ink-faint">{t('review.findings.source')}</dt>
            <dd>{criterion.source}</dd>
            {criterion.howVerified && (
              <>
                <dt className="text-ink-faint">{t('review.findings.how')}</dt>
                <dd>{criterion.howVerified}</dd>
              </>
            )}
          </>
        )}
        <dt className="text-ink-faint">{t('review.findings.check')}</dt>
        <dd>{finding.check ? <code>{finding.check}</code> : t('review.findings.people')}</dd>
      </dl>
    </details>
  );
}

/** What each criterion found, and why: same evidence, standard and day give it again word for word. */
export function FindingsCard({ application }: { application: Application }) {
  const t = useT();
  const language = useLanguage();
  const { findings, standardVersion } = application;
  const standard = useApi(
    'GET /standards/{standard}',
    { params: { standard: standardVersion } },
    { staleTime: Infinity },
  );
  const [again, setAgain] = useState(false);
  const failed = findings.filter(({ result, kind }) => result === 'fail' && kind === 'blocking').length;
  return (
    <div className="flex flex-col gap-5">
      <Card
        title={t('application.findings')}
        aside={
          <span className="text-sm text-ink-faint">
            {t('application.standard')} {standardVersion} · {t('application.findingsCount', { count: findings.length })}
          </span>
        }
      >
        {failed > 0 && <Notice tone="bad" title={t('application.blocked', { count: failed })} />}
        <ul>
          {inReadingOrder(findings).map((finding) => (
            <li key={finding.criterion} className="border-b border-line py-3 last:border-0">
              <div className="flex items-baseline justify-between gap-4">
                <h3 className="font-medium">{finding.name[language]}</h3>
                <Badge tone={resultTones[finding.result]}>{t(`finding.${finding.result}`)}</Badge>
              </div>
              <p className="text-xs text-ink-faint">
                {finding.criterion} · {t(`criterionKind.${finding.kind}`)}
              </p>
              <p className="mt-1">{finding.sentence[language]}</p>
              <Explained finding={finding} criterion={standard.data?.list.find(({ id }) => id === finding.criterion)} />
            </li>
          ))}
        </ul>
      </Card>
      <Rerun application={application} open={again} onOpen={() => setAgain(true)} />
    </div>
  );
}
