import { Badge, Button, Card, formatDate, Notice, TextField, useApi, useLocale, type Output } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';
import type { Application } from './case';
import { resultTones, useLanguage } from './findings-card';

type Assessment = Output<'GET /admission/applications/{id}/assessment'>;
type Wanted = Readonly<Record<'asOf' | 'standard' | 'round', string>>;

/** Criteria that say other than what was written then. */
export function differencesOf(kept: Application['findings'], now: Assessment['findings']) {
  const then = new Map(kept.map((finding) => [finding.criterion, finding]));
  return now.flatMap((finding) => {
    const before = then.get(finding.criterion);
    const same = before && before.result === finding.result && before.sentence.zh === finding.sentence.zh;
    return same ? [] : [{ finding, before: before ?? null }];
  });
}

function Outcome({ application, answer }: { application: Application; answer: Assessment }) {
  const t = useT();
  const locale = useLocale();
  const language = useLanguage();
  const differences = differencesOf(application.findings, answer.findings);
  const about = { date: formatDate(answer.asOf, locale), standard: answer.standard };
  return (
    <div className="mt-4 flex flex-col gap-3" aria-live="polite">
      {answer.sameAsKept !== null ? (
        <Notice
          tone={answer.sameAsKept ? 'good' : 'bad'}
          title={t(answer.sameAsKept ? 'review.rerun.same' : 'review.rerun.differs')}
        />
      ) : (
        <Notice
          tone={differences.length === 0 ? 'good' : 'attention'}
          title={
            differences.length === 0
              ? t('review.rerun.otherSame', about)
              : t('review.rerun.other', { ...about, count: differences.length })
          }
        />
      )}
      {answer.sameAsKept === null && differences.length > 0 && (
        <ul>
          {differences.map(({ finding, before }) => (
            <li key={finding.criterion} className="border-b border-line py-2 last:border-0">
              <p className="font-medium">
                {finding.name[language]} <span className="text-xs text-ink-faint">{finding.criterion}</span>
              </p>
              {before && (
                <p className="text-ink-faint">
                  {t('review.rerun.then')}{' '}
                  <Badge tone={resultTones[before.result]}>{t(`finding.${before.result}`)}</Badge>{' '}
                  {before.sentence[language]}
                </p>
              )}
              <p>
                {t('review.rerun.now')}{' '}
                <Badge tone={resultTones[finding.result]}>{t(`finding.${finding.result}`)}</Badge>{' '}
                {finding.sentence[language]}
              </p>
            </li>
          ))}
        </ul>
      )}
      <p className="text-sm text-ink-faint">
        {t('review.rerun.hash')} <code className="break-all select-all">{answer.hash}</code>
      </p>
    </div>
  );
}

function Asked({ application, wanted }: { application: Application; wanted: Wanted }) {
  const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== ''));
  const query = useApi('GET /admission/applications/{id}/assessment', {
    params: { id: application.id },
    query: given,
  });
  return <Whole query={query}>{(answer) => <Outcome application={application} answer={answer} />}</Whole>;
}

/** Anybody who audits judges it again, by the kept evidence, without asking us to be believed. */
export function Rerun({ application, open, onOpen }: { application: Application; open: boolean; onOpen: () => void }) {
  const t = useT();
  const [typed, setTyped] = useState<Wanted>({ asOf: '', standard: '', round: '' });
  const [wanted, setWanted] = useState<Wanted>(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWanted(typed);
    onOpen();
  };
  return (
    <Card title={t('review.rerun.title')}>
      <p className="mb-4 text-ink-soft">{t('review.rerun.text')}</p>
      <form onSubmit={submit} className="grid items-start gap-4 sm:grid-cols-3">
        <TextField
          type="date"
          optional
          label={t('review.rerun.asOf')}
          hint={t('review.rerun.asOfHint')}
          value={typed.asOf}
          onChange={(event) => setTyped({ ...typed, asOf: event.target.value })}
        />
        <TextField
          optional
          label={t('review.rerun.standard')}
          hint={t('review.rerun.standardHint')}
          placeholder={application.standardVersion}
          value={typed.standard}
          onChange={(event) => setTyped({ ...typed, standard: event.target.value })}
        />
        <TextField
          optional
          inputMode="numeric"
          label={t('review.rerun.round')}
          value={typed.round}
          onChange={(event) => setTyped({ ...typed, round: event.target.value.replace(/\D/g, '') })}
        />
        <div className="sm:col-span-3">
          <Button type="submit" look="secondary">
            {t('review.rerun.run')}
          </Button>
        </div>
      </form>
      {open && <Asked key={JSON.stringify(wanted)} application={application} wanted={wanted} />}
    </Card>
  );
}
