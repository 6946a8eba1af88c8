import { Button, Select, TextField, useApi } from '@xihuo/ui';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useT } from '../words';

/** Filters live in the address, so that Back, a bookmark and a shared link all bring the same list. */
export function useFilter() {
  const [params, setParams] = useSearchParams();
  const get = (name: string) => params.get(name)?.trim() || undefined;
  const oneOf = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((value) => value === params.get(name));
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { preventScrollReset: true });
  };
  return { get, oneOf, set, isActive: params.size > 0 };
}

export function FilterRow({ children, label }: { children: ReactNode; label: string }) {
  return (
    <search
      aria-label={label}
      className="mb-5 grid grid-cols-2 items-end gap-3 md:flex md:flex-wrap print:hidden md:[&>div]:min-w-44"
    >
      {children}
    </search>
  );
}

/** Words that are sought by Enter or by the button; Back brings the words of that time back too. */
export function SearchField({ label }: { label: string }) {
  const t = useT();
  const { get, set } = useFilter();
  const sought = get('q') ?? '';
  const [words, setWords] = useState(sought);
  const [shown, setShown] = useState(sought);
  if (shown !== sought) {
    setShown(sought);
    setWords(sought);
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    set('q', words.trim());
  };
  return (
    <form onSubmit={submit} className="col-span-2 flex items-end gap-2 md:grow">
      <div className="min-w-0 grow">
        <TextField
          required={false}
          type="search"
          maxLength={80}
          label={label}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <Button type="submit" look="secondary">
        {t('register.search.submit')}
      </Button>
    </form>
  );
}

export function ProvinceFilter() {
  const t = useT();
  const { get, set } = useFilter();
  const { data } = useApi('GET /regions', {}, { staleTime: Infinity });
  const western = data?.data.filter(({ side }) => side === 'west') ?? [];
  return (
    <Select
      required={false}
      label={t('register.province')}
      placeholder={t('register.everyProvince')}
      value={get('province') ?? ''}
      choices={western.map(({ code, name }) => ({ value: code, label: name }))}
      onChange={(event) => set('province', event.target.value)}
    />
  );
}

interface ChoiceFilterProps {
  name: string;
  label: string;
  all: string;
  choices: readonly { value: string; label: string }[];
}

export function ChoiceFilter({ name, label, all, choices }: ChoiceFilterProps) {
  const { get, set } = useFilter();
  return (
    <Select
      required={false}
      label={label}
      placeholder={all}
      value={get(name) ?? ''}
      choices={choices}
      onChange={(event) => set(name, event.target.value)}
    />
  );
}

/** The halves of a list as tabs that are links: the chosen one stands in the address. */
export function Halves({
  name,
  label,
  halves,
}: {
  name: string;
  label: string;
  halves: readonly { value: string; word: string }[];
}) {
  const [params] = useSearchParams();
  const chosen = params.get(name) ?? '';
  const hrefFor = (value: string) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    return `?${next.toString()}`;
  };
  return (
    <nav aria-label={label} className="mb-4 print:hidden">
      <ul className="inline-flex rounded-md border border-line-strong bg-surface p-0.5">
        {halves.map(({ value, word }) => (
          <li key={value}>
            <Link
              to={hrefFor(value)}
              preventScrollReset
              aria-current={value === chosen ? 'true' : undefined}
              className="flex min-h-target items-center rounded-sm px-4 text-ink-soft hover:text-ink aria-[current=true]:bg-green-wash aria-[current=true]:font-semibold aria-[current=true]:text-green"
            >
              {word}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
