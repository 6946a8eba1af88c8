import { Checkbox, Select, TextArea } from '@xihuo/ui';
import { useState } from 'react';
import { ActDialog, ReasonAct } from '../../frame/act-dialog';
import { useT } from '../../words';
import { useStep, type Review } from './case';
import { GROUPS, useFieldName } from './field-names';
import { useLanguage } from './findings-card';

interface Box {
  review: Review;
  onClose: () => void;
}

/** City or province signs its check. */
export function LevelCheckDialog({ review, level, onClose }: Box & { level: 'city' | 'province' }) {
  const t = useT();
  const send = useStep('POST /admission/applications/{id}/check', {
    done: t('review.levelCheck.done'),
    onDone: onClose,
  });
  const word = t(level === 'city' ? 'review.act.checkCity' : 'review.act.checkProvince');
  return (
    <ReasonAct
      title={word}
      submit={word}
      text={t('review.levelCheck.text')}
      label={t('review.levelCheck.opinion')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={(opinion) =>
        send.mutate({ params: { id: review.applicationId }, version: review.version, body: { level, opinion } })
      }
      onClose={onClose}
    />
  );
}

/** Ends the application, on a criterion where there is one. */
export function RejectDialog({ review, onClose }: Box) {
  const t = useT();
  const language = useLanguage();
  const [criterion, setCriterion] = useState('');
  const send = useStep('POST /admission/applications/{id}/reject', { done: t('review.refuse.done'), onDone: onClose });
  return (
    <ReasonAct
      title={t('review.act.reject')}
      submit={t('review.act.reject')}
      look="danger"
      text={t('review.refuse.text')}
      label={t('review.refuse.reason')}
      hint={t('review.refuse.reasonHint')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={(reason) =>
        send.mutate({
          params: { id: review.applicationId },
          version: review.version,
          body: { reason, ...(criterion ? { criterion } : {}) },
        })
      }
      onClose={onClose}
    >
      <Select
        optional
        label={t('review.refuse.criterion')}
        value={criterion}
        choices={review.checklist.map((one) => ({
          value: one.criterion,
          label: `${one.criterion} ${one.name[language]}`,
        }))}
        onChange={(event) => setCriterion(event.target.value)}
      />
    </ReasonAct>
  );
}

const SHORTEST = 2;

type Notes = Readonly<Record<string, string>>;

function FieldPicks({ notes, told, onChange }: { notes: Notes; told: boolean; onChange: (notes: Notes) => void }) {
  const t = useT();
  const fieldName = useFieldName();
  const choose = (pointer: string, checked: boolean) => {
    const { [pointer]: was = '', ...others } = notes;
    onChange(checked ? { ...others, [pointer]: was } : others);
  };
  return GROUPS.map(({ group, pointers }) => (
    <details key={group} className="border-b border-line" open={pointers.some((pointer) => pointer in notes)}>
      <summary className="flex min-h-target cursor-pointer items-center">{t(`review.field.group.${group}`)}</summary>
      <div className="pb-3 ps-3">
        {pointers.map((pointer) => (
          <div key={pointer}>
            <Checkbox checked={pointer in notes} onChange={({ target }) => choose(pointer, target.checked)}>
              {fieldName(pointer)}
            </Checkbox>
            {pointer in notes && (
              <TextArea
                label={t('review.correct.note', { field: fieldName(pointer) })}
                labelHidden
                placeholder={t('review.correct.note', { field: fieldName(pointer) })}
                rows={2}
                maxLength={500}
                value={notes[pointer]}
                error={told && notes[pointer]?.trim() === '' ? t('review.correct.noteMissing') : null}
                onChange={(event) => onChange({ ...notes, [pointer]: event.target.value })}
              />
            )}
          </div>
        ))}
      </div>
    </details>
  ));
}

/** Field by field: what is to be changed, and how. */
export function CorrectDialog({ review, onClose }: Box) {
  const t = useT();
  const [notes, setNotes] = useState<Notes>({});
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = useStep('POST /admission/applications/{id}/request-corrections', {
    done: t('review.correct.done'),
    onDone: onClose,
  });
  const chosen = Object.keys(notes);
  const noted = Object.values(notes).every((note) => note.trim() !== '');
  const submit = () => {
    setTried(true);
    if (chosen.length === 0 || !noted || reason.trim().length < SHORTEST) return;
    send.mutate({
      params: { id: review.applicationId },
      version: review.version,
      body: { reason, fields: chosen.map((pointer) => ({ pointer, note: notes[pointer]!.trim() })) },
    });
  };
  return (
    <ActDialog
      title={t('review.act.requestCorrections')}
      submit={t('review.act.requestCorrections')}
      text={t('review.correct.text')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <fieldset>
        <legend className="font-medium">{t('review.correct.fields')}</legend>
        {tried && chosen.length === 0 && (
          <p className="text-sm font-medium text-cinnabar">{t('review.correct.fieldsMissing')}</p>
        )}
        <FieldPicks notes={notes} told={tried} onChange={setNotes} />
      </fieldset>
      <TextArea
        label={t('review.correct.reason')}
        maxLength={1000}
        value={reason}
        error={tried && reason.trim().length < SHORTEST ? t('act.tooShort', { count: SHORTEST }) : null}
        onChange={(event) => setReason(event.target.value)}
      />
    </ActDialog>
  );
}
