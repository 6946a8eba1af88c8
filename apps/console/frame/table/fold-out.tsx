import { useRef, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';

/** A word above a list that unfolds a small panel over it; Escape folds it up again, and so does going on to something else. */
export function FoldOut({ word, className, children }: { word: string; className: string; children: ReactNode }) {
  const box = useRef<HTMLDetailsElement>(null);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !box.current?.open) return;
    event.stopPropagation();
    box.current.open = false;
    box.current.querySelector('summary')?.focus();
  };
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (box.current && relatedTarget && !box.current.contains(relatedTarget)) box.current.open = false;
  };
  return (
    <details ref={box} className="relative hidden sm:block print:hidden" onKeyDown={press} onBlur={leave}>
      <summary
        data-act="PUT /me/lists"
        className="flex min-h-target items-center rounded-md px-3 text-sm text-green underline-offset-4 hover:underline"
      >
        {word}
      </summary>
      <div
        className={`absolute end-0 z-40 max-h-[70dvh] overflow-y-auto rounded-md border border-line bg-surface px-4 shadow-floating ${className}`}
      >
        {children}
      </div>
    </details>
  );
}
