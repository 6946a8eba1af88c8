import { Button, TextField } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useSearchParams } from 'react-router';
import { useT } from '../words';
import { withParam } from './address';

/** Words to narrow a list by: they stand in the address as `q`, so that Back, sharing and a kept view find them again. */
export function Finder({ label }: { label: string }) {
  const t = useT();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('q') ?? '';
  const [words, setWords] = useState(asked);
  const [shown, setShown] = useState(asked);
  // Back and a kept view change what is asked: the box follows, and stays the one that is being typed into.
  if (shown !== asked) {
    setShown(asked);
    setWords(asked);
  }
  const find = (event: FormEvent) => {
    event.preventDefault();
    setSearch(withParam(search, 'q', words.trim()));
  };
  return (
    <form role="search" onSubmit={find} className="mb-3 flex flex-wrap items-center gap-2 print:hidden">
      <div className="min-w-0 grow sm:w-80 sm:grow-0">
        <TextField
          label={label}
          labelHidden
          placeholder={label}
          type="search"
          maxLength={40}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <Button type="submit" look="secondary">
        {t('list.find')}
      </Button>
      {asked !== '' && (
        <button
          type="button"
          onClick={() => setSearch(withParam(search, 'q', ''))}
          className="flex min-h-target items-center gap-2 rounded-full border border-line bg-surface px-4 text-sm hover:border-green"
        >
          <span className="sr-only">{t('list.unfind')}</span>
          {asked}
          <span aria-hidden="true">×</span>
        </button>
      )}
    </form>
  );
}

/** What the address asks of a list: its words, and its order where it is one the list can stand in. */
export function useAsked<Sort extends string>(sorts: readonly Sort[]): { q?: string; sort?: Sort } {
  const [search] = useSearchParams();
  const q = search.get('q')?.trim();
  const sort = sorts.find((one) => one === search.get('sort'));
  return { ...(q ? { q } : {}), ...(sort ? { sort } : {}) };
}
