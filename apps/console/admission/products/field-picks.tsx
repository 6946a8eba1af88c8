import { Checkbox, TextArea, TextField, type ApiProblem } from '@xihuo/ui';
import { useState } from 'react';
import { ActDialog } from '../../frame/act-dialog';
import { useT } from '../../words';

export interface PickableField {
  pointer: string;
  label: string;
  value: string | null;
}

export interface Corrections {
  reason: string;
  fields: { pointer: string; note: string }[];
}

interface CorrectionsDialogProps {
  groups: readonly { id: string; title: string; fields: readonly PickableField[] }[];
  pending: boolean;
  problem: ApiProblem | null;
  onSubmit: (corrections: Corrections) => void;
  onClose: () => void;
}

/** Sends something back: which fields, and for each what is to be done. */
export function CorrectionsDialog({ groups, pending, problem, onSubmit, onClose }: CorrectionsDialogProps) {
  const t = useT();
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({});
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const picked = Object.entries(notes);
  const short = reason.trim().length < 4;
  const toggle = (pointer: string) =>
    setNotes(({ [pointer]: present, ...others }) => (present === undefined ? { ...others, [pointer]: '' } : others));
  const submit = () => {
    setTried(true);
    const complete = picked.length > 0 && picked.every(([, note]) => note.trim() !== '');
    if (complete && !short) onSubmit({ reason, fields: picked.map(([pointer, note]) => ({ pointer, note })) });
  };
  return (
    <ActDialog
      title={t('corrections.title')}
      submit={t('corrections.submit')}
      text={t('corrections.text')}
      {...{ pending, problem, onClose }}
      onSubmit={submit}
    >
      {tried && picked.length === 0 && <p className="font-medium text-cinnabar">{t('corrections.nothing')}</p>}
      {groups.map((group) => (
        <fieldset key={group.id}>
          <legend className="font-medium">{group.title}</legend>
          {group.fields.map(({ pointer, label, value }) => (
            <div key={pointer}>
              <Checkbox checked={pointer in notes} onChange={() => toggle(pointer)} hint={value ?? t('list.notYet')}>
                {label}
              </Checkbox>
              {pointer in notes && (
                <div className="ms-8 pb-3">
                  <TextField
                    label={t('corrections.note')}
                    maxLength={500}
                    value={notes[pointer]}
                    error={tried && notes[pointer]?.trim() === '' ? t('corrections.noteMissing') : null}
                    onChange={(event) => setNotes({ ...notes, [pointer]: event.target.value })}
                  />
                </div>
              )}
            </div>
          ))}
        </fieldset>
      ))}
      <TextArea
        label={t('corrections.reason')}
        maxLength={1000}
        value={reason}
        error={tried && short ? t('act.tooShort', { count: 4 }) : null}
        onChange={(event) => setReason(event.target.value)}
      />
    </ActDialog>
  );
}
