import type { ReactNode } from 'react';
import { classes } from './classes';

interface CardProps {
  title?: ReactNode;
  /** What stands at the end of the title's line: a link, a badge. */
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
  level?: 2 | 3;
}

/** One subject on its own sheet of paper. */
export function Card({ title, aside, children, className, level = 2 }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={classes('rounded-lg border border-line bg-surface p-5', className)}>
      {(title || aside) && (
        <header className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
          {title && <Heading className="text-lg">{title}</Heading>}
          {aside}
        </header>
      )}
      {children}
    </section>
  );
}

export interface Fact {
  term: ReactNode;
  detail: ReactNode;
}

/** Names and values in two columns: a specification, an address, the sides of a case. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    // A link in a row is as tall as a finger, yet the rows keep their rhythm: it reaches into the gaps.
    <dl className="grid grid-cols-[fit-content(40%)_1fr] items-baseline gap-x-5 gap-y-2 [&_.touch]:-my-2 [&_.touch]:py-2">
      {facts.map(({ term, detail }, index) => (
        <div key={index} className="contents">
          <dt className="text-ink-faint">{term}</dt>
          <dd className="min-w-0">{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
