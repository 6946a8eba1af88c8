import { Button, TextField, toast } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useT } from '../words';
import { useKept, type ListLook } from './table/list-look';

/** A list as somebody wants to find it again: what the address asked for, and how the table looked. */
export interface KeptView {
  name: string;
  search: string;
  look: ListLook;
}

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
  onName,
}: Record<'label' | 'submit' | 'first', string> & { onName: (name: string) => void }) {
  const [name, setName] = useState(first);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    onName(name.trim());
    setName('');
  };
  return (
    <form onSubmit={send} className="flex items-end gap-2">
      <TextField label={label} maxLength={30} value={name} onChange={(event) => setName(event.target.value)} />
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
  list: string;
  look: ListLook;
  onLook: (look: ListLook) => void;
}

/** Views of a list by a name of one's own, kept on this device: opened, renamed, thrown away. To share one, its address is sent. */
export function KeptViews({ list, look, onLook }: KeptViewsProps) {
  const t = useT();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [views, setViews] = useKept<readonly KeptView[]>(`xihuo.console.views.${list}`, []);
  const [renaming, setRenaming] = useState<string | null>(null);
  const open = (view: KeptView) => {
    onLook(view.look);
    void navigate(`?${view.search}`);
  };
  const copy = async () => {
    await navigator.clipboard.writeText(location.href);
    toast(t('list.copied'));
  };
  return (
    <details className="relative hidden sm:block print:hidden">
      <summary className="flex min-h-target items-center rounded-md px-3 text-sm text-green underline-offset-4 hover:underline">
        {t('list.views')}
      </summary>
      <div className="absolute end-0 z-40 max-h-[70dvh] w-96 overflow-y-auto rounded-md border border-line bg-surface px-4 py-3 shadow-floating">
        {views.length === 0 && <p className="pb-2">{t('list.noViews')}</p>}
        <ul>
          {views.map((view) => (
            <li key={view.name} className="flex flex-wrap items-center justify-between border-b border-line py-1">
              {renaming === view.name ? (
                <NameForm
                  label={t('list.viewName')}
                  submit={t('list.rename')}
                  first={view.name}
                  onName={(name) => {
                    setViews(renamed(views, view.name, name));
                    setRenaming(null);
                  }}
                />
              ) : (
                <ViewRow
                  name={view.name}
                  onOpen={() => open(view)}
                  onRename={() => setRenaming(view.name)}
                  onForget={() => setViews(views.filter(({ name }) => name !== view.name))}
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
            onName={(name) => setViews(withView(views, { name, look, search: search.toString() }))}
          />
          <Button look="quiet" size="small" onClick={() => void copy()}>
            {t('list.copy')}
          </Button>
        </div>
      </div>
    </details>
  );
}
