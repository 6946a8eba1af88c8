import type { ReactNode } from 'react';
import { useUiT } from '../i18n/translate';
import { classes } from './classes';

interface Step {
  id: string;
  title: ReactNode;
  detail?: ReactNode;
  state: 'done' | 'current' | 'ahead';
}

const dots = {
  done: 'border-green bg-green text-white',
  current: 'border-green bg-surface text-green ring-4 ring-green-wash',
  ahead: 'border-line-strong bg-surface text-ink-faint',
} as const;

/** How far something has come. Short ways lie along a line even on a phone: keep to four steps and a few characters each. */
export function Steps({ steps, label }: { steps: readonly Step[]; label: string }) {
  const t = useUiT();
  return (
    <ol aria-label={label} className="flex">
      {steps.map((step, index) => (
        <li
          key={step.id}
          aria-current={step.state === 'current' ? 'step' : undefined}
          className="relative flex min-w-0 flex-1 flex-col items-center gap-2 text-center break-words hyphens-auto max-sm:text-sm"
        >
          {index > 0 && (
            <span
              aria-hidden
              className={classes(
                'absolute top-3.5 right-[calc(50%+1.1rem)] left-[calc(-50%+1.1rem)] h-0.5',
                step.state === 'ahead' ? 'bg-line' : 'bg-green',
              )}
            />
          )}
          <span
            aria-hidden
            className={classes(
              'numeric z-10 flex size-7 shrink-0 items-center justify-center rounded-full border-2 text-sm',
              dots[step.state],
            )}
          >
            {step.state === 'done' ? '✓' : index + 1}
          </span>
          <span className={step.state === 'ahead' ? 'text-ink-faint' : ''}>
            <span className={classes('block', step.state === 'current' && 'font-semibold')}>{step.title}</span>
            <span className="sr-only">{t(`ui.${step.state}`)}</span>
            {step.detail && <span className="block text-sm text-ink-faint">{step.detail}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

export interface TimelineEntry {
  id: string;
  at: ReactNode;
  title: ReactNode;
  children?: ReactNode;
}

/** What happened, in order, each with its time. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="ms-1.5 border-s-2 border-line">
      {entries.map((entry) => (
        <li key={entry.id} className="relative pb-6 ps-6 last:pb-0">
          <span aria-hidden className="absolute top-2 -left-[7px] size-3 rounded-full border-2 border-green bg-paper" />
          <p className="text-sm text-ink-faint">{entry.at}</p>
          <p className="font-medium">{entry.title}</p>
          {entry.children && <div className="text-ink-soft">{entry.children}</div>}
        </li>
      ))}
    </ol>
  );
}
