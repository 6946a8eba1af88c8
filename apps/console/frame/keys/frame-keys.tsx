import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useT } from '../../words';
import { toSearch, useGoing } from './going';
import { useKeys } from './keys';

const KeyList = lazy(() => import('./key-list').then((module) => ({ default: module.KeyList })));
const Palette = lazy(() => import('./palette').then((module) => ({ default: module.Palette })));

/** Opens the palette from anywhere, also while typing: it is no single key. */
function usePaletteKey(open: () => void) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      if (document.querySelector('[role=dialog], [role=alertdialog]')) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [open]);
}

/** The keys every page has, and the button that tells of all of them. */
export function FrameKeys() {
  const t = useT();
  const [opened, setOpened] = useState<'keys' | 'palette' | null>(null);
  const close = () => setOpened(null);
  const openPalette = useCallback(() => setOpened('palette'), []);
  usePaletteKey(openPalette);
  useKeys([
    { key: '?', word: t('keys.list'), press: () => setOpened('keys') },
    // Where a page has no search of its own, all pages are searched.
    { key: '/', word: t('keys.search'), press: () => void (toSearch() || openPalette()) },
    ...useGoing(),
  ]);
  return (
    <>
      <button
        type="button"
        onClick={() => setOpened('keys')}
        className="ms-6 hidden min-h-target items-center underline-offset-4 hover:underline md:inline-flex"
      >
        {t('keys.title')}
      </button>
      <Suspense fallback={null}>
        {opened === 'keys' && <KeyList onClose={close} />}
        {opened === 'palette' && <Palette onClose={close} />}
      </Suspense>
    </>
  );
}
