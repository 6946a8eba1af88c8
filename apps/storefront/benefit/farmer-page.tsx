import {
  DemoBanner,
  ErrorState,
  Footer,
  LanguageSwitch,
  Loading,
  OfflineBanner,
  Skeleton,
  SkipLink,
  useApi,
  useTitle,
} from '@xihuo/ui';
import seal from '../frame/seal.svg?url';
import { useT } from './words';
import { Earnings } from './earnings';
import { SignIn } from './sign-in';

/** The farm household's own pages: large type, one thing at a time, none of the shop's weight. */
export function FarmerPage() {
  const t = useT();
  useTitle(t('farmer.title'), t('site.name'));
  return (
    <div className="text-lg leading-relaxed">
      <SkipLink />
      <OfflineBanner />
      <DemoBanner />
      <header className="border-b border-line">
        <div className="page flex items-center justify-between py-2">
          <a href="/" className="flex min-h-15 items-center gap-3">
            <img src={seal} alt="" width={44} height={44} />
            <span className="font-bold">{t('site.name')}</span>
          </a>
          <LanguageSwitch />
        </div>
      </header>
      <main id="content" tabIndex={-1} className="page max-w-2xl pb-10 outline-none">
        <h1 className="py-6 text-2xl">{t('farmer.title')}</h1>
        <MyEarnings />
      </main>
      <Footer />
    </div>
  );
}

function MyEarnings() {
  const t = useT();
  const earnings = useApi('GET /me/earnings', { query: {} });
  if (earnings.isPending) {
    return (
      <Loading>
        <Skeleton className="h-64" />
      </Loading>
    );
  }
  if (earnings.data) return <Earnings />;
  const status = earnings.error?.status;
  // Signed in as somebody who is not a farm household: the sign-in below changes that.
  if (status === 403) return <SignIn note={t('farmer.notAFarmer')} />;
  if (status === 401) return <SignIn />;
  return <ErrorState problem={earnings.error} onRetry={() => void earnings.refetch()} />;
}
