import { useQueryClient } from '@tanstack/react-query';
import { Button, toast, useApiClient, type ApiProblem, type RouteKey } from '@xihuo/ui';
import { useRef, useState, type ComponentProps, type ReactNode } from 'react';
import { ActDialog, ReasonAct } from './act-dialog';
import { FactorCode, isFactorCode } from './factor-code';
import { useT } from '../words';
import { tryWithCode } from './try-with-code';

interface CodeActProps {
  /** The step itself; one that only reads has none. */
  act?: RouteKey;
  word: string;
  lead: ReactNode;
  done: string;
  look?: ComponentProps<typeof Button>['look'];
  /** What is done once the second factor was shown. */
  run: () => Promise<unknown>;
  /** Beside the code. */
  children?: ReactNode;
  /** What is said of a refusal that carries more than its sentence; nothing for all others. */
  refusal?: (problem: ApiProblem) => ReactNode;
  /** Whether what stands beside it is complete. */
  ready?: boolean;
  /** Somebody wants it done, complete or not. */
  onTry?: () => void;
}

/** A step that moves money: done with a second factor of five minutes, which is asked for anew where it is older. */
export function CodeAct(props: CodeActProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        data-act={props.act}
        look={props.look ?? 'primary'}
        className="sm:whitespace-nowrap"
        onClick={() => setOpen(true)}
      >
        {props.word}
      </Button>
      {open && <CodeDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

/** The dialog alone, for a page that has its own button. */
export function CodeDialog({
  word,
  lead,
  look,
  children,
  refusal,
  onClose,
  ...act
}: Omit<CodeActProps, 'act'> & { onClose: () => void }) {
  const t = useT();
  const { submit, code, pending, problem, incomplete } = useFactoredAct(act, onClose);
  return (
    <ActDialog
      title={word}
      submit={word}
      text={lead}
      look={look === 'danger' ? 'danger' : 'primary'}
      pending={pending}
      problem={problem}
      refusal={problem && refusal?.(problem)}
      onSubmit={submit}
      onClose={onClose}
    >
      {children}
      {incomplete && (
        <p role="alert" className="text-cinnabar">
          {t('act.incomplete')}
        </p>
      )}
      <AskedCode code={code} />
    </ActDialog>
  );
}

interface GraveReasonProps extends Pick<
  ComponentProps<typeof ReasonAct>,
  'title' | 'submit' | 'text' | 'label' | 'onClose'
> {
  done: string;
  run: (reason: string) => Promise<unknown>;
}

/** A grave decision that asks for a reason, and for the second factor where the server wants it anew. */
export function GraveReason({ done, run, onClose, ...words }: GraveReasonProps) {
  const reason = useRef('');
  const { submit, code, pending, problem } = useFactoredAct({ done, run: () => run(reason.current) }, onClose);
  const decide = (said: string) => {
    reason.current = said;
    submit();
  };
  return (
    <ReasonAct {...words} look="danger" pending={pending} problem={problem} onSubmit={decide} onClose={onClose}>
      <AskedCode code={code} />
    </ReasonAct>
  );
}

/** Where the code is typed, once it is asked for. */
export function AskedCode({ code }: { code: ReturnType<typeof useFactoredAct>['code'] }) {
  const t = useT();
  if (!code.asked) return null;
  return (
    <FactorCode
      label={t('payouts.code')}
      hint={t('payouts.codeHint')}
      value={code.typed}
      error={code.malformed ? t('factor.malformed') : null}
      onCode={code.type}
    />
  );
}

/** Does the step; where the server wants the factor anew, the code is asked for and shown before the next try. */
export function useFactoredAct(
  { done, run, onTry, ready = true }: Pick<CodeActProps, 'done' | 'run' | 'onTry' | 'ready'>,
  onDone: () => void,
) {
  const api = useApiClient();
  const queries = useQueryClient();
  const [typed, type] = useState('');
  // The factor of the sign-in does for five minutes; after them the server says so.
  const [asked, setAsked] = useState(false);
  const [tried, setTried] = useState(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const complete = isFactorCode(typed);
  const submit = () => {
    setTried(true);
    onTry?.();
    if ((asked && !complete) || !ready) return;
    setPending(true);
    setProblem(null);
    const show = (code: string) => api('POST /sessions/second-factor', { body: { code } });
    void tryWithCode(asked ? typed : null, { show, run }).then((came) => {
      setPending(false);
      void queries.invalidateQueries();
      if (came.problem) {
        type('');
        setTried(false);
        setAsked(came.asked);
        setProblem(came.problem);
        return;
      }
      toast(done);
      onDone();
    });
  };
  return {
    submit,
    pending,
    problem,
    incomplete: tried && !ready,
    code: { asked, typed, type, malformed: tried && !complete },
  };
}
