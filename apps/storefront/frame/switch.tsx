import { classes } from '@xihuo/ui';
import { useId } from 'react';

interface SwitchProps {
  on: boolean;
  onTurn: (on: boolean) => void;
  label: string;
  hint?: string;
  pending?: boolean;
}

/** Something that is on or off at once, without a form to send. */
export function Switch({ on, onTurn, label, hint, pending = false }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-6">
      <span className="min-w-0">
        <span id={`${id}-label`} className="font-medium">
          {label}
        </span>
        {hint && (
          <span id={`${id}-hint`} className="block text-sm text-ink-soft">
            {hint}
          </span>
        )}
      </span>
      <button
        type="button"
        role="switch"
        aria-checked={on}
        aria-labelledby={`${id}-label`}
        aria-describedby={hint ? `${id}-hint` : undefined}
        aria-busy={pending || undefined}
        onClick={() => !pending && onTurn(!on)}
        className="flex min-h-target min-w-target shrink-0 items-center justify-center"
      >
        <span
          className={classes(
            'flex h-7 w-12 items-center rounded-full border p-0.5 transition-colors',
            on ? 'justify-end border-green bg-green' : 'justify-start border-line-strong bg-sunken',
          )}
        >
          <span className="size-5 rounded-full border border-line-strong bg-surface" />
        </span>
      </button>
    </div>
  );
}
