import { Button, useProblemText } from '@xihuo/ui';
import { useT } from '../../words';
import { useStep } from './case';
import type { holdsBack } from './ticks';

export type Opened = 'approve' | 'reject' | 'corrections' | 'release' | 'inspect' | 'credit';

interface Opens {
  onOpen: (what: Opened) => void;
}

export function AddFact({ what, onOpen }: Opens & { what: 'inspect' | 'credit' }) {
  const t = useT();
  return (
    <Button
      data-act={
        what === 'inspect'
          ? 'POST /admission/applications/{id}/inspections'
          : 'POST /admission/applications/{id}/credit'
      }
      look="quiet"
      size="small"
      onClick={() => onOpen(what)}
    >
      {t(`review.act.${what}`)}
    </Button>
  );
}

/** What the reader can say now; to approve waits for the whole list, and until the server has it. */
export function Verdicts({ heldBy, onOpen }: Opens & { heldBy: ReturnType<typeof holdsBack> }) {
  const t = useT();
  return (
    <>
      <Button
        data-act="POST /admission/applications/{id}/release"
        look="quiet"
        size="small"
        onClick={() => onOpen('release')}
      >
        {t('desk.release')}
      </Button>
      <Button
        data-act="POST /admission/applications/{id}/request-corrections"
        look="secondary"
        onClick={() => onOpen('corrections')}
      >
        {t('review.act.requestCorrections')}
      </Button>
      <Button data-act="POST /admission/applications/{id}/decide" look="danger" onClick={() => onOpen('reject')}>
        {t('desk.reject')}
      </Button>
      <Button
        data-act="POST /admission/applications/{id}/decide"
        unavailable={heldBy !== null}
        aria-describedby={heldBy ? `desk-${heldBy}` : undefined}
        onClick={() => onOpen('approve')}
      >
        {t('desk.approve')}
      </Button>
    </>
  );
}

/** Beside the verdicts once the time seems over: the server refuses them only where it is, and nobody else may have taken it since. */
export function ClaimAgain({ applicationId, onDone }: { applicationId: string; onDone: () => void }) {
  const t = useT();
  const problemText = useProblemText();
  const claim = useStep('POST /admission/applications/{id}/claim', { done: t('queue.claimedMine'), onDone });
  return (
    <>
      {claim.error && (
        <p role="alert" className="text-cinnabar">
          {problemText(claim.error)}
        </p>
      )}
      <Button
        data-act="POST /admission/applications/{id}/claim"
        look="secondary"
        pending={claim.isPending}
        onClick={() => claim.mutate({ params: { id: applicationId } })}
      >
        {t('desk.claimAgain')}
      </Button>
    </>
  );
}
