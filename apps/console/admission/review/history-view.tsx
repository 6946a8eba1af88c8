import { Badge, Card, Timeline, useApi } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { Moment } from '../../frame/when';
import { useT } from '../../words';
import type { Application, File, Review } from './case';
import { useFieldName } from './field-names';
import { useLanguage } from './findings-card';
import { historyOf, type Happening } from './history';

interface Told {
  title: string;
  text: ReactNode;
}
type Judged = Extract<Happening, { kind: 'submitted' | 'signed' | 'checked' | 'declared' | 'decided' | 'corrections' }>;

function useTold(): (what: Happening) => Told {
  const judged = useJudged();
  const happened = useHappened();
  return (what) => {
    switch (what.kind) {
      case 'submitted':
      case 'signed':
      case 'checked':
      case 'declared':
      case 'decided':
      case 'corrections':
        return judged(what);
      default:
        return happened(what);
    }
  };
}

/** What the people of the way did, one after the other. */
function useJudged(): (what: Judged) => Told {
  const t = useT();
  const fieldName = useFieldName();
  return (what) => {
    switch (what.kind) {
      case 'submitted':
        return { title: t('review.history.submitted', { count: what.round }), text: null };
      case 'signed':
        return {
          title: t('review.history.signed', { department: t(`review.checks.${what.department}`) }),
          text: [what.by, what.text].join(' · '),
        };
      case 'checked':
        return {
          title: t('review.history.checked', { level: t(`review.step.${what.level}`) }),
          text: [what.by, what.text].join(' · '),
        };
      case 'declared':
        return { title: t('review.history.declared', { name: what.by }), text: null };
      case 'decided':
        return {
          title: t('review.history.decided', { name: what.by }),
          text:
            what.verdict === null ? (
              t('review.history.decidedClosed')
            ) : (
              <>
                <Badge tone={what.verdict === 'approve' ? 'good' : 'bad'}>
                  {t(`review.checks.verdict.${what.verdict}`)}
                </Badge>{' '}
                {what.text}
              </>
            ),
        };
      case 'corrections':
        return {
          title: t('review.history.corrections', { name: what.by, count: what.fields.length }),
          text: (
            <>
              {what.text}
              <ul className="list-disc ps-5">
                {what.fields.map(({ pointer, note }) => (
                  <li key={`${pointer} ${note}`}>
                    {fieldName(pointer)}
                    {t('list.colon')}
                    {note}
                  </li>
                ))}
              </ul>
            </>
          ),
        };
    }
  };
}

/** What happened beside: visits, registers, the public notice, the end. */
function useHappened(): (what: Exclude<Happening, Judged>) => Told {
  const t = useT();
  const language = useLanguage();
  return (what) => {
    switch (what.kind) {
      case 'inspected':
        return {
          title: t('review.history.inspectionDone', { result: t(`inspection.result.${what.result}`) }),
          text: [what.by, what.text].join(' · '),
        };
      case 'inspectionOff':
        return { title: t('review.history.inspectionOff'), text: what.text };
      case 'credit':
        return {
          title: t('review.history.credit', {
            register: t(`review.creditRegister.${what.register}`),
            status: t(`review.credit.${what.status}`),
          }),
          text: what.text,
        };
      case 'notice':
        return { title: t('review.history.notice'), text: what.text[language] };
      case 'noticeOver':
        return {
          title: t('review.history.noticeOver', { state: t(`review.noticeState.${what.state}`) }),
          text: null,
        };
      case 'decision':
        return {
          title: t('review.history.decision', { state: t(`application.${what.state}`) }),
          text: what.text,
        };
    }
  };
}

export function HistoryView({ application, file, review }: { application: Application; file: File; review: Review }) {
  const t = useT();
  const told = useTold();
  const { data } = useApi('GET /admission/applications/{id}/rounds', { params: { id: application.id } });
  const events = historyOf(application, file, review, data?.data ?? []);
  return (
    <Card title={t('review.part.history')}>
      {events.length === 0 && <p className="text-ink-soft">{t('review.history.none')}</p>}
      <Timeline
        entries={events.map(({ at, what }, index) => {
          const { title, text } = told(what);
          return { id: `${at} ${index}`, at: <Moment value={at} />, title, children: text };
        })}
      />
    </Card>
  );
}
