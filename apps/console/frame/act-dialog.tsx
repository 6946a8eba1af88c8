import { Button, Dialog, TextArea, type ApiProblem } from '@xihuo/ui';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useT } from '../words';
import { Problem } from './problem';

interface ActDialogProps {
  title: string;
  /** Names the act: “通过”, never “确定”. */
  submit: string;
  /** What follows from it, for whom, until when. */
  text?: ReactNode;
  /** danger where it takes something away from somebody. */
  look?: 'primary' | 'danger';
  pending: boolean;
  problem: ApiProblem | null;
  /** In the place of the problem's own sentence, where it carries more than that. */
  refusal?: ReactNode;
  onSubmit: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** A decision in a box of its own: what it means, what it asks for, and the server's own sentence where it was refused. */
export function ActDialog({
  title,
  submit,
  text,
  look,
  pending,
  problem,
  refusal,
  onSubmit,
  onClose,
  children,
}: ActDialogProps) {
  const t = useT();
  const form = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!pending) onSubmit();
  };
  return (
    <Dialog
      title={title}
      open
      onClose={onClose}
      kind="alertdialog"
      actions={
        <>
          <Button look="secondary" onClick={onClose}>
            {t('act.cancel')}
          </Button>
          <Button type="submit" form={form} look={look} pending={pending}>
            {submit}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={send} className="flex flex-col gap-5">
        {problem && refusal}
        {!refusal && <Problem problem={problem} />}
        {text && <div className="text-ink-soft">{text}</div>}
        {children}
      </form>
    </Dialog>
  );
}

interface ReasonActProps extends Omit<ActDialogProps, 'onSubmit' | 'children'> {
  label: string;
  /** Signs it may have; 1000 where absent. */
  most?: number;
  hint?: string;
  onSubmit: (reason: string) => void;
  children?: ReactNode;
}

const SHORTEST = 4;

/** A decision that asks for a reason and nothing more: most of them. */
export function ReasonAct({ label, hint, most = 1000, onSubmit, children, ...act }: ReasonActProps) {
  const t = useT();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const short = reason.trim().length < SHORTEST;
  const submit = () => {
    setTried(true);
    if (!short) onSubmit(reason);
  };
  return (
    <ActDialog {...act} onSubmit={submit}>
      {children}
      <TextArea
        label={label}
        hint={hint}
        maxLength={most}
        value={reason}
        error={tried && short ? t('act.tooShort', { count: SHORTEST }) : null}
        onChange={(event) => setReason(event.target.value)}
      />
    </ActDialog>
  );
}
