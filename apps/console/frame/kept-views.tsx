import { Button, TextField, toast } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useT } from '../words';
import { FoldOut } from './table/fold-out';
import type { ListChange, KeptView } from './table/kept-list';
import type { ListLook } from './table/list-look';

const MOST = 20;

/** The views with one more, or with the one of that name made anew. */
export function withView(views: readonly KeptView[], view: KeptView): KeptView[] {
  const others = views.filter(({ name }) => name !== view.name);
  return [...others, view].slice(-MOST);
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
  onName,
}: Record<'label' | 'submit' | 'first', string> & { taken?: readonly string[]; onName: (name: string) => void }) {
  const t = useT();
  const [name, setName] = useState(first);
  const isTaken = taken.includes(name.trim());
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '' || isTaken) return;
    onName(name.trim());
    setName('');
  };
  return (
    <form onSubmit={send} className="flex items-end gap-2">
      <TextField
        label={label}
        maxLength={30}
        value={name}
        error={isTaken ? t('list.nameTaken') : null}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" look="secondary" size="small">
        {submit}
      </Button>
    </form>
  );
}

function ViewRow(props: { name: string } & Record<'onOpen' | 'onRename' | 'onForget', () => void>) {
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
        <Button look="quiet" size="small" onClick={props.onForget}>
          {t('list.forget')}
          <span className="sr-only"> {props.name}</span>
        </Button>
      </span>
    </>
  );
}

interface KeptViewsProps {
  look: ListLook;
  views: readonly KeptView[];
  onChange: (change: ListChange) => void;
}

/** Views of a list by a name of one's own: opened, renamed, thrown away, on whatever device. To share one, its address is sent. */
export function KeptViews({ look, views, onChange }: KeptViewsProps) {
  const t = useT();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [renaming, setRenaming] = useState<string | null>(null);
  const open = (view: KeptView) => {
    onChange((now) => ({ ...now, look: view.look }));
    void navigate(`?${view.search}`);
  };
  // Made of what is kept then: another device may have kept one more.
  const setViews = (next: (views: readonly KeptView[]) => KeptView[]) =>
    onChange((now) => ({ ...now, views: next(now.views) }));
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
    <FoldOut word={t('list.views')} className="w-96 py-3">
      {views.length === 0 && <p className="pb-2">{t('list.noViews')}</p>}
      <ul>
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
                onOpen={() => open(view)}
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
          onName={(name) => setViews((now) => withView(now, { name, look, search: search.toString() }))}
        />
        <Button look="quiet" size="small" onClick={() => void copy()}>
          {t('list.copy')}
        </Button>
      </div>
    </FoldOut>
  );
}
