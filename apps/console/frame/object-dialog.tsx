import { TextArea, type ApiProblem } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../words';
import { ActDialog } from './act-dialog';
import type { PickedPaper } from './paper-pick';

interface ObjectDialogProps {
  household: string;
  /** What is asked for beside the reason: the sheet the household signed. */
  paper: PickedPaper;
  send: { isPending: boolean; error: ApiProblem | null };
  onTried: () => void;
  onSubmit: (said: { reason: string; paperId: string }) => void;
  onClose: () => void;
}

const SHORTEST = 2;

/** A household without a phone says that something is wrong: whoever it told writes it down, with the sheet it signed. */
export function ObjectDialog({ household, paper, send, onTried, onSubmit, onClose }: ObjectDialogProps) {
  const t = useT();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const short = reason.trim().length < SHORTEST;
  const submit = () => {
    setTried(true);
    onTried();
    if (!short && paper.id !== null) onSubmit({ reason: reason.trim(), paperId: paper.id });
  };
  return (
    <ActDialog
      title={t('objectFor.title')}
      submit={t('objectFor.submit')}
      text={t('objectFor.text', { household })}
      pending={send.isPending || paper.pending}
      problem={send.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextArea
        label={t('objectFor.reason')}
        maxLength={500}
        value={reason}
        error={tried && short ? t('act.missing') : null}
        onChange={(event) => setReason(event.target.value)}
      />
      {paper.picker}
    </ActDialog>
  );
}
