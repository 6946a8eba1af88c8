import { Button } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { useT } from '../../../words';

interface EntriesProps<Entry> {
  title: string;
  empty: string;
  entries: readonly Entry[];
  name: (at: number) => string;
  onRemove: (at: number) => void;
  add: ReactNode;
  children: (entry: Entry, at: number) => ReactNode;
}

/** Things of which there may be none or many, each in its own frame with a way to take it out again. */
export function Entries<Entry>({ title, empty, entries, name, onRemove, add, children }: EntriesProps<Entry>) {
  const t = useT();
  return (
    <section className="flex flex-col gap-4">
      <h3 className="font-semibold">{title}</h3>
      {entries.length === 0 && <p className="text-ink-soft">{empty}</p>}
      {entries.map((entry, at) => (
        <fieldset key={at} className="rounded-md border border-line p-4 pt-2">
          <legend className="sr-only">{name(at)}</legend>
          <div className="flex items-center justify-between gap-3">
            <span aria-hidden className="text-sm font-medium text-ink-faint">
              {name(at)}
            </span>
            <Button
              look="quiet"
              size="small"
              aria-label={t('apply.removeNamed', { name: name(at) })}
              onClick={() => onRemove(at)}
            >
              {t('apply.remove')}
            </Button>
          </div>
          {children(entry, at)}
        </fieldset>
      ))}
      {add && <div>{add}</div>}
    </section>
  );
}
