import { Button, Card, TextArea, useProblemText } from '@xihuo/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ReasonAct } from '../../frame/act-dialog';
import { useT } from '../../words';
import { useStep } from './case';

/** Before anything is judged: who has a tie to the applicant is out, for good. */
export function Declare({ applicationId }: { applicationId: string }) {
  const t = useT();
  const problemText = useProblemText();
  const navigate = useNavigate();
  const [note, setNote] = useState('');
  const [leaving, setLeaving] = useState(false);
  const clear = useStep('POST /admission/applications/{id}/declare', { done: t('desk.noConflict') });
  const tied = useStep('POST /admission/applications/{id}/declare', {
    done: t('desk.conflictDone'),
    onDone: () => void navigate('/admission/queue'),
  });
  return (
    <Card title={t('desk.declare')} className="max-w-2xl">
      <p className="mb-4">{t('desk.declareText')}</p>
      <TextArea
        optional
        label={t('desk.declareNote')}
        rows={2}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {clear.error && (
        <p role="alert" className="mt-3 text-cinnabar">
          {problemText(clear.error)}
        </p>
      )}
      <div className="mt-4 flex flex-wrap gap-3">
        <Button
          data-act="POST /admission/applications/{id}/declare"
          pending={clear.isPending}
          onClick={() => clear.mutate({ params: { id: applicationId }, body: { conflict: false, note } })}
        >
          {t('desk.noConflict')}
        </Button>
        <Button data-act="POST /admission/applications/{id}/declare" look="secondary" onClick={() => setLeaving(true)}>
          {t('desk.conflict')}
        </Button>
      </div>
      {leaving && (
        <ReasonAct
          title={t('desk.conflict')}
          submit={t('desk.conflict')}
          look="danger"
          text={t('desk.conflictText')}
          label={t('desk.conflictNote')}
          pending={tied.isPending}
          problem={tied.error}
          onSubmit={(reason) =>
            tied.mutate({ params: { id: applicationId }, body: { conflict: true, note: reason.slice(0, 500) } })
          }
          onClose={() => setLeaving(false)}
        />
      )}
    </Card>
  );
}
