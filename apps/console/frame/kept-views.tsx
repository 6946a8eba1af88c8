import { Button, TextField, toast } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useT } from '../words';
import { FoldOut } from './table/fold-out';
import type { ListChange, KeptView } from './table/kept-list';
import type { ListLook } from './table/list-look';
import { addressOf, bare, sharedAddress } from './table/view-address';

/** As many views of one list are kept. */
export const MOST = 20;

/** The views with one more, or with the one of that name made anew; where there are as many as are kept, none is thrown away for it. */
export function withView(views: readonly KeptView[], view: KeptView): KeptView[] {
  const others = views.filter(({ name }) => name !== view.name);
  return others.length < MOST ? [...others, view] : [...views];
}

const NAME = 30;

/** The views with another like one of them, under the first free name. */
export function duplicated(views: readonly KeptView[], name: string): KeptView[] {
  const view = views.find((one) => one.name === name);
  if (!view) return [...views];
  const named = (number: number) => `${name.slice(0, NAME - 3)} ${number}`;
  let number = 2;
  while (views.some((one) => one.name === named(number))) number += 1;
  return withView(views, { ...view, name: named(number) });
}

/** The views with one under another name; a name somebody else's view has is not given twice. */
export function renamed(views: readonly KeptView[], from: string, to: string): KeptView[] {
  if (views.some(({ name }) => name === to)) return [...views];
  return views.map((view) => (view.name === from ? { ...view, name: to } : view));
}

/** A name for the present view, or a new one for a kept view. */
export function NameForm({
  label,
  submit,
  first,
  taken = [],
  full = null,
  onName,
}: Record<'label' | 'submit' | 'first', string> & {
  taken?: readonly string[];
  /** The names that alone can be given, where no other view has room. */
  full?: readonly string[] | null;
  onName: (name: string) => void;
}) {
  const t = useT();
  const [name, setName] = useState(first);
  const isTaken = taken.includes(name.trim());
  const isFull = name.trim() !== '' && full !== null && !full.includes(name.trim());
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '' || isTaken || isFull) return;
    onName(name.trim());
    setName('');
  };
  return (
    <form onSubmit={send} className="flex items-end gap-2">
      <TextField
        label={label}
        maxLength={NAME}
        value={name}
        error={isTaken ? t('list.nameTaken') : isFull ? t('list.viewsFull', { count: MOST }) : null}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" look="secondary" size="small">
        {submit}
      </Button>
    </form>
  );
}

/** The way to share a list as it is: its address, which carries the columns too. */
export function useCopyAddress(list: string, look: ListLook): () => void {
  const t = useT();
  const [search] = useSearchParams();
  return () => {
    const asked = sharedAddress(search, list, look).toString();
    const address = `${location.origin}${location.pathname}${asked && `?${asked}`}`;
    // Plain http and old browsers have no clipboard to write to: then it is shown, to be copied by hand.
    const told = () => toast(address);
    if (navigator.clipboard) navigator.clipboard.writeText(address).then(() => toast(t('list.copied')), told);
    else told();
  };
}

interface KeptViewsProps {
  list: string;
  /** As the list looks now. */
  look: ListLook;
  views: readonly KeptView[];
  onChange: (change: ListChange) => void;
}

/** Keeps what is here as a view of one's own, which is then a tab on whatever device; or shares it by its address. */
export function KeptViews({ list, look, views, onChange }: KeptViewsProps) {
  const t = useT();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const copy = useCopyAddress(list, look);
  const keep = (name: string) => {
    const view = { name, look, search: bare(search).toString() };
    onChange((now) => ({ ...now, views: withView(now.views, view) }));
    void navigate(`?${addressOf(list, view)}`, { replace: true });
  };
  return (
    <FoldOut word={t('list.keepView')} className="w-96 max-w-[90vw] py-3">
      {views.length === 0 && <p className="pb-2">{t('list.noViews')}</p>}
      <div className="flex flex-col items-start gap-2">
        <NameForm
          label={t('list.keepAs')}
          submit={t('list.keep')}
          first=""
          full={views.length >= MOST ? views.map(({ name }) => name) : null}
          onName={keep}
        />
        <Button look="quiet" size="small" onClick={copy}>
          {t('list.copy')}
        </Button>
      </div>
    </FoldOut>
  );
}
