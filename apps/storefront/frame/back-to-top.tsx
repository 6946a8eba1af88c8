import { useEffect, useState } from 'react';
import { useT } from '../words';

/** From two screens down on. */
const isFar = () => window.scrollY > 2 * window.innerHeight;

/** The way back up from far down a long list; not there while the top is near. */
export function BackToTop() {
  const t = useT();
  const [far, setFar] = useState(false);
  useEffect(() => {
    const look = () => setFar(isFar());
    look();
    window.addEventListener('scroll', look, { passive: true });
    return () => window.removeEventListener('scroll', look);
  }, []);
  const goUp = () => {
    window.scrollTo({ top: 0 });
    document.getElementById('content')?.focus({ preventScroll: true });
  };
  if (!far) return null;
  return (
    <button
      type="button"
      onClick={goUp}
      className="fixed end-4 bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-30 flex min-h-target items-center gap-1 rounded-full border border-line-strong bg-surface px-4 text-sm shadow-raised hover:bg-sunken md:bottom-6 print:hidden"
    >
      <span aria-hidden>↑</span>
      {t('frame.toTop')}
    </button>
  );
}
