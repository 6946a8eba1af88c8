import {
  DemoBanner,
  ErrorBoundary,
  Footer,
  LanguageSwitch,
  LinkButton,
  OfflineBanner,
  SkipLink,
  TextLink,
  ToastRegion,
} from '@xihuo/ui';
import seal from '../../frame/seal.svg?url';
import { ElderSwitch } from '../../frame/elder';
import { useT } from '../../use-t';
import { LotPage } from '../lot-page';

const links = [
  { to: '/products', word: 'nav.allProducts' },
  { to: '/public', word: 'nav.record' },
  { to: '/register', word: 'nav.register' },
  { to: '/standards', word: 'nav.standards' },
  { to: '/lots', word: 'nav.lots' },
] as const;

function Head() {
  const t = useT();
  return (
    <header className="border-b border-line print:hidden">
      <div className="page flex items-center justify-between gap-3 py-2.5">
        <a href="/" className="flex min-h-target items-center gap-2.5 rounded-md">
          <img src={seal} alt="" width={40} height={40} className="size-10" />
          <span className="leading-tight whitespace-nowrap max-sm:sr-only">
            <span className="block text-lg font-bold tracking-wide">{t('site.name')}</span>
            <span className="block text-xs text-ink-faint">{t('site.strap')}</span>
          </span>
        </a>
        <span className="flex flex-wrap items-center justify-end gap-1">
          <LinkButton look="quiet" size="small" to="/" className="whitespace-nowrap max-sm:px-1">
            {t('home.shop')}
          </LinkButton>
          <ElderSwitch className="text-sm" />
          <LanguageSwitch />
        </span>
      </div>
    </header>
  );
}

/** The lot behind a code on a pack, as a document of its own: opened in a shop's aisle, it carries neither router nor cart. */
export function LotDocument({ code }: { code: string }) {
  const t = useT();
  return (
    <>
      <SkipLink />
      <OfflineBanner />
      <DemoBanner />
      <Head />
      <main id="content" tabIndex={-1} className="min-h-dvh outline-none print:min-h-0">
        <ErrorBoundary>
          <LotPage code={code} />
        </ErrorBoundary>
      </main>
      <Footer className="print:mt-8 print:[&_ul]:hidden">
        <ul>
          {links.map(({ to, word }) => (
            <li key={to}>
              <TextLink to={to}>{t(word)}</TextLink>
            </li>
          ))}
        </ul>
      </Footer>
      <ToastRegion />
    </>
  );
}
