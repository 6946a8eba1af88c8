import { Badge, Button, Notice } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { ActDialog } from '../../frame/act-dialog';
import { Moment } from '../../frame/when';
import { useT } from '../../words';
import type { Waits } from './entry';
import type { Sending } from './use-queue';

/** How what waits on this device stands with the network. */
export function standing({ online, round }: Sending, waiting: number) {
  const late = online && waiting > 0 && round === 'later';
  const signIn = round === 'signIn' && waiting > 0;
  const tone = signIn ? 'bad' : !online || late ? 'attention' : 'good';
  return { late, signIn, tone } as const;
}

interface NetProps {
  sending: Sending;
  waiting: number;
  title: string;
  offline: string;
}

/** One notice: what waits, and why it is still here. */
export function NetNotice({ sending, waiting, title, offline }: NetProps) {
  const t = useT();
  const { late, signIn, tone } = standing(sending, waiting);
  return (
    <Notice tone={tone} title={title}>
      {!sending.online && offline}
      {signIn && t('queue.signIn')}
      {late && (
        <>
          {t('queue.later')}
          <Button look="quiet" size="small" onClick={() => void sending.send()}>
            {t('queue.now')}
          </Button>
        </>
      )}
    </Notice>
  );
}

interface WaitingProps {
  entry: Waits;
  /** What was refused, where that is not clear from the reason. */
  before?: ReactNode;
  children: ReactNode;
  buttons: ReactNode;
}

/** One of what waits here: what it is, since when, why it was refused, and what can be done. */
export function WaitingLine({ entry: { at, refusal }, before, children, buttons }: WaitingProps) {
  const t = useT();
  return (
    <li className="border-b border-line py-3 last:border-0">
      <div className="flex items-start justify-between gap-3">
        <p className="min-w-0">
          {children}
          <span className="block text-sm text-ink-faint">
            <Moment value={new Date(at).toISOString()} />
          </span>
        </p>
        <Badge tone={refusal ? 'bad' : 'attention'}>{t(refusal ? 'queue.refused' : 'queue.stillWaits')}</Badge>
      </div>
      {refusal && (
        <p className="mt-1 font-medium text-cinnabar">
          {before}
          {refusal.text}
        </p>
      )}
      <div className="-ms-3 flex flex-wrap">{buttons}</div>
    </li>
  );
}

interface DropProps {
  title: string;
  text: string;
  drop: () => Promise<void>;
  onClose: () => void;
}

/** What is dropped is nowhere else, so it is asked for once more. */
export function DropDialog({ title, text, drop, onClose }: DropProps) {
  const t = useT();
  return (
    <ActDialog
      {...{ title, text, onClose }}
      submit={t('queue.dropSubmit')}
      look="danger"
      pending={false}
      problem={null}
      onSubmit={() => void drop().then(onClose)}
    />
  );
}
