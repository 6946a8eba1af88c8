import { Button } from '@xihuo/ui';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useT } from '../words';
import { duplicated, MOST, NameForm, renamed, useCopyAddress } from './kept-views';
import type { KeptView, ListChange } from './table/kept-list';
import { addressOf, bare, opened } from './table/view-address';
import { useRowOf } from './view-row';
import { TAB, tabRow } from './views';

interface OwnViewsProps {
  views: readonly KeptView[];
  now: ReturnType<typeof opened>;
  onChange: (change: ListChange) => void;
}

/** The own views of a list as tabs behind everything, which cannot be taken away; what can be done with the open one unfolds below. */
export function OwnViews({ views, now, onChange }: OwnViewsProps) {
  const t = useT();
  const row = useRowOf(now.list);
  const [unfolded, setUnfolded] = useState<string | null>(null);
  if (views.length === 0) return null;
  const { view } = now;
  const isUnfolded = view !== undefined && unfolded === view.name;
  const tabs = views.map((one) => (
    <li key={one.name} className="flex items-center">
      <Link to={`?${addressOf(now.list, one)}`} aria-current={one === view ? 'true' : undefined} className={TAB}>
        {one.name}
        {one === view && now.isChanged && <span className="ps-1 text-ink-faint">{t('list.viewChanged')}</span>}
      </Link>
      {one === view && (
        <Button
          look="quiet"
          size="small"
          aria-expanded={isUnfolded}
          onClick={() => setUnfolded(isUnfolded ? null : one.name)}
        >
          <span aria-hidden="true">⋯</span>
          <span className="sr-only">{t('list.viewActs', { name: one.name })}</span>
        </Button>
      )}
    </li>
  ));
  return (
    <>
      {row ? (
        createPortal(tabs, row)
      ) : (
        <nav aria-label={t('list.views')} className={tabRow}>
          <ul className="flex gap-1">
            <li>
              <Link to="?" aria-current={view ? undefined : 'true'} className={TAB}>
                {t('list.all')}
              </Link>
            </li>
            {tabs}
          </ul>
        </nav>
      )}
      {isUnfolded && <ViewActs key={view.name} {...{ view, views, now, onChange }} onNamed={setUnfolded} />}
    </>
  );
}

type ViewActsProps = OwnViewsProps & { view: KeptView; onNamed: (name: string | null) => void };

function ViewActs({ view, views, now, onChange, onNamed }: ViewActsProps) {
  const t = useT();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [renaming, setRenaming] = useState(false);
  const copy = useCopyAddress(now.list, now.look);
  // Made of what is kept then: another device may have kept one more.
  const setViews = (next: (views: readonly KeptView[]) => KeptView[]) =>
    onChange((kept) => ({ ...kept, views: next(kept.views) }));
  const rename = (name: string) => {
    setViews((kept) => renamed(kept, view.name, name));
    onNamed(name);
    void navigate(`?${addressOf(now.list, { ...view, name, search: bare(search).toString() })}`, { replace: true });
  };
  const keep = () => {
    const anew = { name: view.name, look: now.look, search: bare(search).toString() };
    setViews((kept) => kept.map((one) => (one.name === view.name ? anew : one)));
    void navigate(`?${addressOf(now.list, anew)}`, { replace: true });
  };
  const forget = () => {
    setViews((kept) => kept.filter(({ name }) => name !== view.name));
    onNamed(null);
    void navigate('?', { replace: true });
  };
  return (
    <div
      role="group"
      aria-label={t('list.viewActs', { name: view.name })}
      className="mb-3 flex flex-wrap items-end gap-x-2 rounded-md border border-line bg-surface px-3 py-1 print:hidden"
    >
      {renaming ? (
        <NameForm
          label={t('list.viewName')}
          submit={t('list.rename')}
          first={view.name}
          taken={views.flatMap(({ name }) => (name === view.name ? [] : [name]))}
          onName={rename}
        />
      ) : (
        <>
          {now.isChanged && (
            <Button data-act="PUT /me/lists" look="quiet" size="small" onClick={keep}>
              {t('list.keepChanged')}
            </Button>
          )}
          <Button look="quiet" size="small" onClick={() => setRenaming(true)}>
            {t('list.rename')}
          </Button>
          <Button
            data-act="PUT /me/lists"
            look="quiet"
            size="small"
            unavailable={views.length >= MOST}
            onClick={() => setViews((kept) => duplicated(kept, view.name))}
          >
            {t('list.duplicate')}
          </Button>
          <Button look="quiet" size="small" onClick={copy}>
            {t('list.copy')}
          </Button>
          <Button data-act="PUT /me/lists" look="quiet" size="small" onClick={forget}>
            {t('list.forget')}
          </Button>
        </>
      )}
    </div>
  );
}
