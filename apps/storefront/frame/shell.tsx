import { classes, DemoBanner, ErrorBoundary, Footer, OfflineBanner, SkipLink, ToastRegion, useApi } from '@xihuo/ui';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { Link, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { useT } from '../words';
import { ElderSwitch } from './elder';
import { Header, TabBar } from './header';
import { useInBrowser } from './use-in-browser';

/** Not needed to see a page: it comes after it. */
const CartSync = lazy(() => import('../ordering/use-cart-sync').then((module) => ({ default: module.CartSync })));

/** After a step to another page the keyboard and the screen reader start at its content, not at the old link's place. */
function useFocusOnPage() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const seen = useRef(pathname);
  useEffect(() => {
    if (seen.current === pathname) return;
    seen.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}

/** What stands beside every page comes after it; where it does not come the page does without. */
function useBeside() {
  useEffect(() => {
    const begun = import('./beside').then(
      ({ begin }) => begin(),
      () => undefined,
    );
    return () => void begun.then((end) => end?.());
  }, []);
}

const footerLinks = [
  { to: '/business', word: 'nav.business' },
  { to: '/venues', word: 'nav.venues' },
  { to: '/campaigns', word: 'nav.campaigns' },
  { to: '/fairs', word: 'nav.fairs' },
  { to: '/brands', word: 'nav.brands' },
  { to: '/public', word: 'nav.record' },
  { to: '/register', word: 'nav.register' },
  { to: '/notices', word: 'nav.notices' },
  { to: '/catalogue-editions', word: 'nav.editions' },
  { to: '/standards', word: 'nav.standards' },
  { to: '/lots', word: 'nav.lots' },
  { to: '/privacy', word: 'nav.privacy' },
  { to: '/terms', word: 'nav.terms' },
] as const;

/** For those who look at how the shop is made, where it is shown and not used. */
function ComponentsLink() {
  const t = useT();
  if (!useApi('GET /instance', {}, { staleTime: Infinity }).data?.demo) return null;
  return (
    <li>
      <Link to="/components" className="touch underline-offset-4 hover:underline">
        {t('nav.components')}
      </Link>
    </li>
  );
}

export function Shell() {
  const t = useT();
  const main = useFocusOnPage();
  const inBrowser = useInBrowser();
  useBeside();
  const { pathname } = useLocation();
  // Pages with their own bar at the bottom edge: two bars would hide what one came for. The product's lies fixed there.
  const ownBar = /^\/(p\/|cart|checkout)/.test(pathname);
  const fixedBar = !ownBar || pathname.startsWith('/p/');
  return (
    <>
      <SkipLink />
      <OfflineBanner />
      <DemoBanner />
      <Header />
      {/* Only where there is a cart to keep. */}
      {inBrowser && (
        <Suspense>
          <CartSync />
        </Suspense>
      )}
      {/* As tall as the screen at least: what stands below does not jump when a page takes its place. */}
      <main id="content" ref={main} tabIndex={-1} className="min-h-dvh outline-none print:min-h-0">
        <ErrorBoundary resetKey={pathname}>
          <Outlet />
        </ErrorBoundary>
      </main>
      {/* What lies fixed at the bottom edge of a phone must not cover the last words. */}
      <Footer className={classes('print:mt-8 print:[&_ul]:hidden', fixedBar && 'max-md:pb-16 print:pb-0')}>
        <ul className="[columns:3_8rem] gap-x-6 [&_.touch]:py-1 [&_.touch]:leading-snug [&>li]:break-inside-avoid">
          {footerLinks.map(({ to, word }) => (
            <li key={to}>
              <Link to={to} className="touch underline-offset-4 hover:underline">
                {t(word)}
              </Link>
            </li>
          ))}
          <li className="py-1">
            <ElderSwitch className="text-sm" />
          </li>
          <ComponentsLink />
          <li>
            {/* Another entry, so a real step to another document. */}
            <a href="/farmer" className="touch underline-offset-4 hover:underline">
              {t('nav.farmer')}
            </a>
          </li>
        </ul>
      </Footer>
      {!ownBar && <TabBar />}
      <ToastRegion />
      {/* A page opened by its address starts at its top; one returned to, where it was left. */}
      <ScrollRestoration getKey={(at) => (at.key === 'default' ? at.pathname + at.search : at.key)} />
    </>
  );
}
