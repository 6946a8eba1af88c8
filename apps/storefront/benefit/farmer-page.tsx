import {
  DemoBanner,
  ErrorState,
  Footer,
  LanguageSwitch,
  Loading,
  OfflineBanner,
  routeKey,
  Skeleton,
  SkipLink,
  useApi,
  useTitle,
} from '@xihuo/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import seal from '../frame/seal.svg?url';
import { useT } from './words';
import { Earnings } from './earnings';
import { SignIn } from './sign-in';
import { markSignedIn, mayBeSignedIn } from './signed-in-mark';

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
      <main id="content" tabIndex={-1} className="page min-h-[60dvh] max-w-2xl pb-10 outline-none">
        <h1 className="py-6 text-2xl">{t('farmer.title')}</h1>
        <MyEarnings />
      </main>
      <Footer />
    </div>
  );
}

/** Earnings where there is a session, the sign-in where there is none. */
function MyEarnings() {
  const t = useT();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(mayBeSignedIn);
  const earnings = useApi('GET /me/earnings', { query: {} }, { enabled: asking });
  const status = earnings.error?.status;
  useEffect(() => {
    if (status === 401) markSignedIn(false);
  }, [status]);
  const turn = (signedIn: boolean) => {
    markSignedIn(signedIn);
    setAsking(signedIn);
    // Another person's figures must not flash up, nor the refusal that brought the sign-in here.
    queries.removeQueries({ queryKey: routeKey('GET /me/earnings') });
  };
  const signIn = (note?: string) => <SignIn note={note} onSignedIn={() => turn(true)} />;
  if (!asking || status === 401) return signIn();
  // Signed in as somebody who is not a farm household: the sign-in below changes that.
  if (status === 403) return signIn(t('farmer.notAFarmer'));
  if (earnings.data) return <Earnings onSignedOut={() => turn(false)} />;
  if (earnings.error) return <ErrorState problem={earnings.error} onRetry={() => void earnings.refetch()} />;
  return (
    <Loading>
      <Skeleton className="h-64" />
    </Loading>
  );
}
