import { useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { useApi } from '../client/hooks';
import { switchLocale, useLocale, useUiT } from '../i18n/translate';
import { classes } from './classes';

/** First thing in the page for the keyboard: past the frame, to what the page is about. */
export function SkipLink() {
  const t = useUiT();
  return (
    <a
      href="#content"
      className="fixed top-2 left-2 z-70 -translate-y-24 rounded-md bg-ink px-5 py-3 text-surface focus:translate-y-0"
    >
      {t('ui.skipToContent')}
    </a>
  );
}

export function LanguageSwitch() {
  const t = useUiT();
  const other = useLocale() === 'en' ? 'zh-CN' : 'en';
  return (
    <button
      type="button"
      lang={other}
      onClick={() => void switchLocale(other)}
      className="min-h-target min-w-target rounded-md px-3 text-sm whitespace-nowrap text-ink-soft hover:bg-sunken"
    >
      {t('ui.language.other')}
    </button>
  );
}

function useNoIndex(demo: boolean) {
  useEffect(() => {
    if (!demo) return undefined;
    const meta = document.createElement('meta');
    meta.name = 'robots';
    meta.content = 'noindex, nofollow';
    document.head.append(meta);
    return () => meta.remove();
  }, [demo]);
}

/** On every page of a seeded instance. Until the server has answered, nothing is claimed either way. */
export function DemoBanner() {
  const t = useUiT();
  const { data } = useApi('GET /instance', {}, { staleTime: Infinity });
  const demo = data?.demo === true;
  useNoIndex(demo);
  if (!demo) return null;
  return (
    <aside className="border-b border-amber/25 bg-amber-wash text-sm">
      <p className="page py-1.5 leading-snug">
        <strong className="me-2 text-amber">{t('ui.demo.mark')}</strong>
        <span className="text-ink-soft">{t('ui.demo.text')}</span>
      </p>
    </aside>
  );
}

/** Whatever the browser holds, a page that came off the shelf had no network; until one comes back. */
const isOnline = () => navigator.onLine && !('lost' in document.documentElement.dataset);

function subscribeOnline(listener: () => void) {
  const back = () => {
    delete document.documentElement.dataset['lost'];
    listener();
  };
  window.addEventListener('online', back);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', back);
    window.removeEventListener('offline', listener);
  };
}

export function OfflineBanner() {
  const t = useUiT();
  const online = useSyncExternalStore(subscribeOnline, isOnline, () => true);
  return (
    <div role="status">{!online && <p className="bg-ink px-4 py-2 text-center text-surface">{t('ui.offline')}</p>}</div>
  );
}

/** What the law and honesty want at the foot of every page. Apps put their own links into it. */
export function Footer({ children, className }: { children?: ReactNode; className?: string }) {
  const t = useUiT();
  return (
    <footer className={classes('mt-16 border-t border-line bg-sunken', className)}>
      <div className={classes('page grid gap-8 py-10', children !== undefined && 'md:grid-cols-2')}>
        {children && <div>{children}</div>}
        <section aria-label={t('ui.footer.statement')} className="text-sm text-ink-soft">
          <h2 className="mb-2 text-base text-ink">{t('ui.footer.statement')}</h2>
          <p>{t('ui.footer.notOfficial')}</p>
          <p>{t('ui.footer.money')}</p>
          <p>{t('ui.footer.words')}</p>
        </section>
      </div>
    </footer>
  );
}
