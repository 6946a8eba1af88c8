import { Button, type RouteKey } from '@xihuo/ui';
import { useId } from 'react';
import { useT } from '../../words';

type Refusal =
  | 'NOT_YOUR_PART'
  | 'SUBMITTED_IT'
  | 'BELONGS_TO_PARTY'
  | 'HAD_ANOTHER_PART'
  | 'SAME_ORGANISATION'
  | 'RECUSED'
  | 'NOT_AT_THIS_STEP'
  | 'SUPPLIER_NOT_CERTIFIED';

interface ActButtonProps {
  act: RouteKey;
  step: { allowed: boolean; why: Refusal | null } | undefined;
  look?: 'primary' | 'secondary' | 'danger';
  onClick: () => void;
  children: string;
}

/**
 * An act that the reader may take, or the reason why not. What is not their part at all, or not the turn, is not offered: it
 * would only be noise.
 */
export function ActButton({ act, step, look, onClick, children }: ActButtonProps) {
  const t = useT();
  const id = useId();
  if (!step || step.why === 'NOT_YOUR_PART' || step.why === 'NOT_AT_THIS_STEP') return null;
  return (
    <div>
      <Button
        data-act={act}
        look={look}
        wide
        unavailable={!step.allowed}
        aria-describedby={step.why ? id : undefined}
        onClick={onClick}
      >
        {children}
      </Button>
      {step.why && (
        <p id={id} className="mt-1 text-sm text-ink-faint">
          {t(`refusal.${step.why}`)}
        </p>
      )}
    </div>
  );
}

/** Whether anything at all is offered. */
export function offersAny(steps: readonly { why: string | null }[]): boolean {
  return steps.some(({ why }) => why !== 'NOT_YOUR_PART' && why !== 'NOT_AT_THIS_STEP');
}
