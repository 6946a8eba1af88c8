import {
  Button,
  DemoBanner,
  ErrorState,
  Footer,
  LanguageSwitch,
  Loading,
  OfflineBanner,
  Skeleton,
  SkipLink,
  useApi,
  useSend,
  useTitle,
  type Output,
} from '@xihuo/ui';
import { useQueryClient, type Query } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import seal from '../frame/seal.svg?url';
import { useInBrowser } from '../frame/use-in-browser';
import { useT } from './words';
import { EarningsPage } from './earnings';
import { usePlace } from './place';
import { Tabs } from './tabs';
import { useWaiting } from './use-waiting';
import { SignIn } from './sign-in';
import { markSignedIn, mayBeSignedIn } from './signed-in-mark';

/** Not what one comes for first, or wanted by few: no part of what everybody loads. */
const CardPage = lazy(() => import('./card-page').then((page) => ({ default: page.CardPage })));
const ToConfirm = lazy(() => import('./to-confirm').then((page) => ({ default: page.ToConfirm })));
const Agreements = lazy(() => import('./agreements').then((page) => ({ default: page.Agreements })));
const AgreementPage = lazy(() => import('./agreement-page').then((page) => ({ default: page.AgreementPage })));

/** The farm household's own pages: large type, one thing at a time, none of the shop's weight. */
export function FarmerPage() {
  return (
    <div className="text-lg leading-relaxed">
      <SkipLink />
      <OfflineBanner />
      <DemoBanner />
      <Session />
      <Footer className="pb-20" />
    </div>
  );
}

function Head() {
  const t = useT();
  return (
    <header className="border-b border-line">
      <div className="page flex items-center justify-between py-2">
        <a href="/" className="flex min-h-15 items-center gap-3">
          <img src={seal} alt="" width={44} height={44} />
          <span className="font-bold">{t('site.name')}</span>
        </a>
        <LanguageSwitch />
      </div>
    </header>
  );
}

const titles = {
  earnings: 'farmer.title',
  card: 'farmer.card',
  confirm: 'farmer.toConfirm',
  agreements: 'farmer.agreements',
  agreement: 'farmer.agreement',
} as const;

function Main({ title, children }: { title: string; children: ReactNode }) {
  const t = useT();
  useTitle(title, t('site.name'));
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(title);
  useEffect(() => {
    if (before.current === title) return;
    before.current = title;
    window.scrollTo(0, 0);
    heading.current?.focus();
  }, [title]);
  return (
    <>
      <Head />
      <main id="content" tabIndex={-1} className="page min-h-dvh max-w-2xl pb-10 outline-none">
        <h1 ref={heading} tabIndex={-1} className="py-6 text-2xl outline-none">
          {title}
        </h1>
        {children}
      </main>
    </>
  );
}

/** The pages where there is a session of a farm household, the sign-in where there is none. */
function Session() {
  const t = useT();
  const queries = useQueryClient();
  // Known in the browser alone, after what the server drew: until then neither somebody's figures nor a sign-in.
  const inBrowser = useInBrowser();
  const [turned, setTurned] = useState<boolean>();
  const asking = turned ?? (inBrowser ? mayBeSignedIn() : undefined);
  const [household, setHousehold] = useState<string>();
  const earnings = useApi('GET /me/earnings', { query: { household } }, { enabled: asking === true });
  const status = earnings.error?.status;
  useEffect(() => {
    if (status === 401) markSignedIn(false);
  }, [status]);
  const turn = (signedIn: boolean) => {
    markSignedIn(signedIn);
    setTurned(signedIn);
    setHousehold(undefined);
    if (window.location.hash !== '') window.location.hash = '';
    // Another person's figures must not flash up, nor the refusal that brought the sign-in here.
    const own = { predicate: ({ queryKey }: Query) => String(queryKey[0]).startsWith('GET /me/') };
    if (!signedIn) return queries.removeQueries(own);
    // After a session that ran out nothing else here changes: what was refused has to be asked again.
    void queries.resetQueries(own);
  };
  if (asking && earnings.data && status !== 401) {
    return <SignedIn earnings={earnings.data} onHousehold={setHousehold} onSignedOut={() => turn(false)} />;
  }
  // Signed in as somebody who is not a farm household: the sign-in below changes that.
  const note = status === 403 ? t('farmer.notAFarmer') : undefined;
  return (
    <Main title={t('farmer.title')}>
      {asking === false || status === 401 || status === 403 ? (
        <SignIn note={note} onSignedIn={() => turn(true)} />
      ) : earnings.error ? (
        <ErrorState problem={earnings.error} onRetry={() => void earnings.refetch()} />
      ) : (
        <Loading>
          <Skeleton className="h-64" />
        </Loading>
      )}
    </Main>
  );
}

function SignOut({ onDone }: { onDone: () => void }) {
  const t = useT();
  const signOut = useSend('DELETE /sessions/current', { onSuccess: onDone });
  return (
    <Button look="quiet" className="-me-4 min-h-15!" pending={signOut.isPending} onClick={() => signOut.mutate({})}>
      {t('farmer.signOut')}
    </Button>
  );
}

type Earnings = Output<'GET /me/earnings'>;

/** A married daughter, an old father: who is of several households reads one at a time. */
function Households({ earnings, onHousehold }: { earnings: Earnings; onHousehold: (id: string) => void }) {
  const t = useT();
  const { household, households } = earnings;
  if (households.length < 2) return null;
  return (
    <fieldset className="mb-5">
      <legend className="mb-2 text-base text-ink-soft">{t('farmer.whichHousehold')}</legend>
      <div className="flex flex-wrap gap-2">
        {households.map(({ id, displayName, village }) => (
          <button
            key={id}
            type="button"
            lang="zh-CN"
            aria-pressed={id === household.id}
            className="min-h-15 rounded-md border-2 border-line-strong px-4 aria-pressed:border-green aria-pressed:bg-green-wash aria-pressed:font-semibold"
            onClick={() => onHousehold(id)}
          >
            {displayName} <span className="text-base">{village}</span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}

interface SignedInProps {
  earnings: Earnings;
  onHousehold: (id: string) => void;
  onSignedOut: () => void;
}

function SignedIn({ earnings, onHousehold, onSignedOut }: SignedInProps) {
  const t = useT();
  const place = usePlace();
  const waiting = useWaiting();
  const { household } = earnings;
  return (
    <>
      <Main title={t(titles[place.page])}>
        <p className="-mt-4 mb-4 flex flex-wrap items-center justify-between gap-x-4">
          <span lang="zh-CN">
            <strong>{household.displayName}</strong> · {household.countyName} {household.village}
          </span>
          <SignOut onDone={onSignedOut} />
        </p>
        {place.page === 'earnings' && (
          <>
            <Households earnings={earnings} onHousehold={onHousehold} />
            <EarningsPage key={household.id} earnings={earnings} waiting={waiting.count} />
          </>
        )}
        <Suspense
          fallback={
            <Loading>
              <Skeleton className="h-64" />
            </Loading>
          }
        >
          {place.page === 'card' && (
            <CardPage key={household.id} household={household.id} holder={household.displayName} />
          )}
          {place.page === 'confirm' && <ToConfirm />}
          {place.page === 'agreements' && <Agreements />}
          {place.page === 'agreement' && <AgreementPage key={place.id} id={place.id} />}
        </Suspense>
      </Main>
      <Tabs place={place.page} waiting={waiting.count} />
    </>
  );
}
