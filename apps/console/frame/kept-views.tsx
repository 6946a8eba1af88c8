import { Button, TextField, toast } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useT } from '../words';
import { useMe } from '../identity/me';
import { FoldOut } from './table/fold-out';
import type { ListChange, KeptView } from './table/kept-list';
import { useKept, type ListLook } from './table/list-look';

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
function NameForm({
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

type ViewAct = 'onOpen' | 'onRename' | 'onDuplicate' | 'onForget';

function ViewRow(props: { name: string; full: boolean } & Record<ViewAct, () => void>) {
  const t = useT();
  return (
    <>
      <Button look="quiet" size="small" onClick={props.onOpen}>
        {props.name}
      </Button>
      <span className="flex">
        <Button look="quiet" size="small" onClick={props.onRename}>
          {t('list.rename')}
          <span className="sr-only"> {props.name}</span>
        </Button>
        <Button look="quiet" size="small" unavailable={props.full} onClick={props.onDuplicate}>
          {t('list.duplicate')}
          <span className="sr-only"> {props.name}</span>
        </Button>
        <Button look="quiet" size="small" onClick={props.onForget}>
          {t('list.forget')}
          <span className="sr-only"> {props.name}</span>
        </Button>
      </span>
    </>
  );
}

/** The way to share a view: its address. */
function CopyAddress() {
  const t = useT();
  // Plain http and old browsers have no clipboard to write to: then it is shown, to be copied by hand.
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      toast(t('list.copied'));
    } catch {
      toast(location.href);
    }
  };
  return (
    <Button look="quiet" size="small" onClick={() => void copy()}>
      {t('list.copy')}
    </Button>
  );
}

interface KeptViewsProps {
  /** Of the list, as in `useKeptList`. */
  id: string;
  look: ListLook;
  views: readonly KeptView[];
  onChange: (change: ListChange) => void;
}

/** Views of a list by a name of one's own: opened, renamed, thrown away, on whatever device. To share one, its address is sent. */
export function KeptViews({ id, look, views, onChange }: KeptViewsProps) {
  const t = useT();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [renaming, setRenaming] = useState<string | null>(null);
  const { personId } = useMe();
  // A view brings its own columns: those one had before come back with everything, to whoever had them.
  const [own, keepOwn] = useKept<ListLook | null>(`xihuo.console.own.${personId}.${id}`, null);
  const isFull = views.length >= MOST;
  const openAll = () => {
    if (own) onChange((now) => ({ ...now, look: own }));
    keepOwn(null);
    void navigate('?');
  };
  const open = (view: KeptView) => {
    if (!own) keepOwn(look);
    onChange((now) => ({ ...now, look: view.look }));
    void navigate(`?${view.search}`);
  };
  // Made of what is kept then: another device may have kept one more.
  const setViews = (next: (views: readonly KeptView[]) => KeptView[]) =>
    onChange((now) => ({ ...now, views: next(now.views) }));
  return (
    <FoldOut word={t('list.views')} className="w-96 py-3">
      {views.length === 0 && <p className="pb-2">{t('list.noViews')}</p>}
      <ul>
        <li className="border-b border-line py-1">
          <Button look="quiet" size="small" onClick={openAll}>
            {t('list.viewOfAll')}
          </Button>
        </li>
        {views.map((view) => (
          <li key={view.name} className="flex flex-wrap items-center justify-between border-b border-line py-1">
            {renaming === view.name ? (
              <NameForm
                label={t('list.viewName')}
                submit={t('list.rename')}
                first={view.name}
                taken={views.flatMap(({ name }) => (name === view.name ? [] : [name]))}
                onName={(name) => {
                  setViews((now) => renamed(now, view.name, name));
                  setRenaming(null);
                }}
              />
            ) : (
              <ViewRow
                name={view.name}
                full={isFull}
                onOpen={() => open(view)}
                onDuplicate={() => setViews((now) => duplicated(now, view.name))}
                onRename={() => setRenaming(view.name)}
                onForget={() => setViews((now) => now.filter(({ name }) => name !== view.name))}
              />
            )}
          </li>
        ))}
      </ul>
      <div className="flex flex-col items-start gap-2 pt-2">
        <NameForm
          label={t('list.keepAs')}
          submit={t('list.keep')}
          first=""
          full={isFull ? views.map(({ name }) => name) : null}
          onName={(name) => setViews((now) => withView(now, { name, look, search: search.toString() }))}
        />
        <CopyAddress />
      </div>
    </FoldOut>
  );
}
