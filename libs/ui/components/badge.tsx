import type { ReactNode } from 'react';
import { classes } from './classes';

const tones = {
  neutral: 'bg-sunken text-ink-soft',
  good: 'bg-green-wash text-green',
  attention: 'bg-amber-wash text-amber',
  bad: 'bg-cinnabar-wash text-cinnabar',
  info: 'bg-slate-wash text-slate',
} as const;

export type Tone = keyof typeof tones;

/** A state or a fact in a word or two. The word carries the meaning; the colour only helps. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={classes(
        'inline-block w-fit rounded-sm px-2 text-xs font-medium whitespace-nowrap max-sm:in-data-elder:whitespace-normal',
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}

const notices = {
  info: 'border-slate bg-slate-wash',
  good: 'border-green bg-green-wash',
  attention: 'border-amber bg-amber-wash',
  bad: 'border-cinnabar bg-cinnabar-wash',
} as const;

interface NoticeProps {
  tone?: keyof typeof notices;
  title?: ReactNode;
  children?: ReactNode;
  /** Interrupts a screen reader: only for what went wrong just now. */
  urgent?: boolean;
}

export function Notice({ tone = 'info', title, children, urgent }: NoticeProps) {
  return (
    <div role={urgent ? 'alert' : undefined} className={classes('rounded-md border-s-4 px-4 py-3', notices[tone])}>
      {title && <p className="font-semibold">{title}</p>}
      {children && <div className={classes(title ? 'mt-1' : '', 'text-ink-soft')}>{children}</div>}
    </div>
  );
}
