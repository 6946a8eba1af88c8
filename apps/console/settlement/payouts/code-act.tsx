import { useQueryClient } from '@tanstack/react-query';
import { ApiProblem, Button, TextField, toast, useApiClient } from '@xihuo/ui';
import { useState, type ComponentProps, type ReactNode } from 'react';
import { ActDialog } from '../../frame/act-dialog';
import { useT } from '../../words';

interface CodeActProps {
  word: string;
  lead: ReactNode;
  done: string;
  look?: ComponentProps<typeof Button>['look'];
  /** What is done once the second factor was shown. */
  run: () => Promise<unknown>;
  /** Beside the code. */
  children?: ReactNode;
  /** Whether what stands beside it is complete. */
  ready?: boolean;
}

/** A step that moves money: asks for the second factor anew, shows it, then does it. */
export function CodeAct(props: CodeActProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look={props.look ?? 'primary'} onClick={() => setOpen(true)}>
        {props.word}
      </Button>
      {open && <Asking {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function Asking({
  word,
  lead,
  done,
  look,
  run,
  children,
  ready = true,
  onClose,
}: CodeActProps & { onClose: () => void }) {
  const t = useT();
  const api = useApiClient();
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const complete = /^\d{6}$/.test(code);
  const submit = () => {
    setTried(true);
    if (!complete || !ready) return;
    setPending(true);
    setProblem(null);
    api('POST /sessions/second-factor', { body: { code } })
      .then(run)
      .then(() => {
        toast(done);
        onClose();
      })
      .catch((error: unknown) => {
        setCode('');
        setProblem(error instanceof ApiProblem ? error : new ApiProblem(0, 'NETWORK'));
      })
      .finally(() => {
        setPending(false);
        void queries.invalidateQueries();
      });
  };
  return (
    <ActDialog
      title={word}
      submit={word}
      text={lead}
      look={look === 'danger' ? 'danger' : 'primary'}
      pending={pending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      {children}
      <TextField
        label={t('payouts.code')}
        hint={t('payouts.codeHint')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={8}
        className="numeric"
        value={code}
        error={tried && !complete ? t('factor.malformed') : null}
        onChange={(event) => setCode(event.target.value.normalize('NFKC').replace(/\D/g, '').slice(0, 6))}
      />
    </ActDialog>
  );
}
