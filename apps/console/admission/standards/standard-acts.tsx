import { time } from '@xihuo/kernel';
import { Button, formatDate, TextField, useApi, useLocale, useSend, type RouteKey } from '@xihuo/ui';
import { useState } from 'react';
import { ActDialog, ReasonAct } from '../../frame/act-dialog';
import { useAnyUnsaved } from '../../frame/unsaved/use-unsaved';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { useAfter } from '../products/use-after';
import { STANDARD_READS as READS, type Standard } from './standard';

type Act = 'openComments' | 'publish' | 'revise' | 'withdraw';
const ROUTES: Record<Act, RouteKey> = {
  openComments: 'POST /admission/standards/{standard}/open-comments',
  publish: 'POST /admission/standards/{standard}/publish',
  revise: 'POST /admission/standards/{standard}/revise',
  withdraw: 'POST /admission/standards/{standard}/withdraw',
};

interface ActProps {
  draft: Standard;
  onClose: () => void;
}

/** The way of a draft: before the public, answered, published by somebody else, or given up. */
export function StandardActs({ draft }: { draft: Standard }) {
  const t = useT();
  const me = useMe();
  const unsaved = useAnyUnsaved();
  const [act, setAct] = useState<Act | null>(null);
  const isOperator = hasRole(me, ['operator']);
  const offered: readonly { act: Act; look?: 'secondary' | 'danger' }[] =
    draft.state === 'draft'
      ? isOperator
        ? [{ act: 'openComments' }, { act: 'withdraw', look: 'danger' }]
        : []
      : draft.state === 'commenting'
        ? [
            ...(hasRole(me, ['operator', 'reviewer']) ? [{ act: 'publish' } as const] : []),
            ...(isOperator
              ? [{ act: 'revise', look: 'secondary' } as const, { act: 'withdraw', look: 'danger' } as const]
              : []),
          ]
        : [];
  if (offered.length === 0) return null;
  const dialog = { draft, onClose: () => setAct(null) };
  return (
    <div className="mt-4 flex flex-col gap-2 border-t border-line pt-4">
      {offered.map((one) => (
        <div key={one.act}>
          <Button
            data-act={ROUTES[one.act]}
            look={one.look}
            wide
            unavailable={
              (one.act === 'publish' && [draft.draftedBy.id, ...draft.editedBy].includes(me.personId)) ||
              (one.act === 'openComments' && (unsaved || draft.faults.length > 0))
            }
            onClick={() => setAct(one.act)}
          >
            {t(`standard.act.${one.act}`)}
          </Button>
          {one.act === 'openComments' && unsaved && (
            <p role="status" className="mt-1 text-sm text-ink-faint">
              {t('leave.saveFirst')}
            </p>
          )}
          {one.act === 'openComments' && draft.faults.length > 0 && (
            <p className="mt-1 text-sm text-ink-faint">{t('standard.faultsFirst')}</p>
          )}
          {one.act === 'publish' && (
            <p className="mt-1 text-sm text-ink-faint">{t('edition.publishBy', { name: draft.draftedBy.name })}</p>
          )}
        </div>
      ))}
      {act === 'openComments' && <OpenComments {...dialog} />}
      {act === 'publish' && <Publish {...dialog} />}
      {act === 'revise' && <Revise {...dialog} />}
      {act === 'withdraw' && <Withdraw {...dialog} />}
    </div>
  );
}

function OpenComments({ draft, onClose }: ActProps) {
  const t = useT();
  const instance = useApi('GET /instance', {}, { staleTime: 0 });
  const today = instance.data && time.businessDate(new Date(instance.data.now));
  const [chosen, setChosen] = useState<string | null>(null);
  const until = chosen ?? (today ? time.addDays(today, 14) : '');
  const send = useSend(
    'POST /admission/standards/{standard}/open-comments',
    useAfter({ routes: READS, told: t('standard.opened'), close: onClose }),
  );
  return (
    <ActDialog
      title={t('standard.act.openComments')}
      submit={t('standard.act.openComments')}
      text={t('standard.openText')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={() =>
        until !== '' && send.mutate({ params: { standard: draft.standard }, body: { until }, version: draft.version })
      }
      onClose={onClose}
    >
      <TextField
        type="date"
        label={t('standards.commentsUntil')}
        min={today}
        value={until}
        onChange={(event) => setChosen(event.target.value)}
      />
    </ActDialog>
  );
}

function Publish({ draft, onClose }: ActProps) {
  const t = useT();
  const locale = useLocale();
  const earliest = draft.earliestEffectiveFrom;
  const [effectiveFrom, setEffectiveFrom] = useState(earliest);
  const unanswered = draft.comments.filter(({ answer }) => answer === null).length;
  const send = useSend(
    'POST /admission/standards/{standard}/publish',
    useAfter({ routes: READS, told: t('standard.publishedDone'), close: onClose }),
  );
  return (
    <ActDialog
      title={t('standard.act.publish')}
      submit={t('standard.act.publish')}
      text={
        <>
          <p>{t('standard.publishText')}</p>
          {unanswered > 0 && <p className="mt-2 text-amber">{t('standard.unanswered', { count: unanswered })}</p>}
        </>
      }
      pending={send.isPending}
      problem={send.error}
      onSubmit={() =>
        send.mutate({ params: { standard: draft.standard }, body: { effectiveFrom }, version: draft.version })
      }
      onClose={onClose}
    >
      <TextField
        type="date"
        label={t('standards.from')}
        hint={t('standard.earliest', { date: formatDate(earliest, locale) })}
        min={earliest}
        value={effectiveFrom}
        onChange={(event) => setEffectiveFrom(event.target.value)}
      />
    </ActDialog>
  );
}

function Revise({ draft, onClose }: ActProps) {
  const t = useT();
  const send = useSend(
    'POST /admission/standards/{standard}/revise',
    useAfter({ routes: READS, told: t('standard.revised'), close: onClose }),
  );
  return (
    <ActDialog
      title={t('standard.act.revise')}
      submit={t('standard.act.revise')}
      text={t('standard.reviseText')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={() => send.mutate({ params: { standard: draft.standard }, version: draft.version })}
      onClose={onClose}
    />
  );
}

function Withdraw({ draft, onClose }: ActProps) {
  const t = useT();
  const send = useSend(
    'POST /admission/standards/{standard}/withdraw',
    useAfter({ routes: READS, told: t('standard.withdrawn'), close: onClose }),
  );
  return (
    <ReasonAct
      title={t('standard.act.withdraw')}
      submit={t('standard.act.withdraw')}
      look="danger"
      text={t('standard.withdrawText')}
      label={t('act.reason')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={(reason) =>
        send.mutate({ params: { standard: draft.standard }, body: { reason }, version: draft.version })
      }
      onClose={onClose}
    />
  );
}
