import { Card, Timeline, useLocale, type TimelineEntry } from '@xihuo/ui';
import { Day, Moment } from '../../frame/when';
import { useT } from '../../words';
import type { Recognition } from './recognition';

/** Who did what, when, with which words. */
export function RecognitionHistory({ recognition }: { recognition: Recognition }) {
  const t = useT();
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const { stamp, check, notices, submittedAt, submittedBy, recognisedOn, endedOn, reason } = recognition;
  const entries: (TimelineEntry | null)[] = [
    {
      id: 'asked',
      at: <Moment value={submittedAt} />,
      title: t('history.asked', { name: submittedBy }),
    },
    stamp && {
      id: 'stamp',
      at: <Moment value={stamp.at} />,
      title: t('history.stamped', { department: t(`department.${stamp.department}`), name: stamp.by }),
      children: (
        <>
          <p>{t('history.seal', { number: stamp.sealNumber })}</p>
          <p>{stamp.opinion}</p>
        </>
      ),
    },
    check && {
      id: 'check',
      at: <Moment value={check.at} />,
      title: t('history.checked', { name: check.by }),
      children: check.opinion,
    },
    ...notices.map((notice) => ({
      id: notice.id,
      at: (
        <>
          <Day value={notice.startsOn} /> – <Day value={notice.endsOn} />
        </>
      ),
      title: t(`history.notice.${notice.state}`),
      children: (
        <>
          <p>{notice.statement[language]}</p>
          <p className="text-sm text-ink-faint">{t('history.objections', { count: notice.objections })}</p>
        </>
      ),
    })),
    recognisedOn ? { id: 'recognised', at: <Day value={recognisedOn} />, title: t('history.recognised') } : null,
    endedOn
      ? { id: 'ended', at: <Day value={endedOn} />, title: t(`recognition.${recognition.state}`), children: reason }
      : null,
  ];
  return (
    <Card title={t('history.title')}>
      <Timeline entries={entries.filter((entry) => entry !== null)} />
    </Card>
  );
}
