import { Button, classes, ErrorState, Loading, Skeleton, type Tone } from '@xihuo/ui';
import type { ComponentProps, ReactNode } from 'react';

/** Sixty pixels high: for thumbs, gloves and tired eyes. */
export function BigButton({ className, ...rest }: ComponentProps<typeof Button>) {
  return <Button size="large" {...rest} className={classes('min-h-15! text-xl!', className)} />;
}

const tones: Record<Tone, string> = {
  neutral: 'bg-sunken text-ink-soft',
  good: 'bg-green-wash text-green',
  attention: 'bg-amber-wash text-amber',
  bad: 'bg-cinnabar-wash text-cinnabar',
  info: 'bg-slate-wash text-slate',
};

/** A state in a word or two, large enough to be read at arm's length. */
export function Mark({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={classes('w-fit rounded-sm px-2 text-base font-medium', tones[tone])}>{children}</span>;
}

/** One thing to decide about, on its own sheet. */
export function Sheet({ title, aside, children }: { title: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <li className="flex flex-col gap-3 rounded-lg border border-line-strong bg-surface p-4 sm:p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-xl">{title}</h3>
        {aside}
      </div>
      {children}
    </li>
  );
}

interface Read<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** A part of a page that reads for itself: one that fails does not take the others with it. */
export function Reading<T>({ read, children }: { read: Read<T>; children: (data: T) => ReactNode }) {
  if (read.data !== undefined) return children(read.data);
  if (read.error) return <ErrorState problem={read.error} onRetry={() => void read.refetch()} />;
  return (
    <Loading>
      <Skeleton className="h-32" />
    </Loading>
  );
}

/** The photo itself loads only when it is asked for: it weighs more than all these pages together. */
export function Photo({ src, label, open }: { src: string; label: string; open: string }) {
  return (
    <details className="rounded-md bg-sunken px-4">
      <summary className="flex min-h-15 cursor-pointer items-center font-medium">{label}</summary>
      <img src={src} alt={label} loading="lazy" className="mb-3 max-h-[80dvh] w-full rounded-md object-contain" />
      <a href={src} className="mb-3 flex min-h-15 items-center text-green underline underline-offset-4">
        {open}
      </a>
    </details>
  );
}
