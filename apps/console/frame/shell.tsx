import { useQueryClient } from '@tanstack/react-query';
import {
  DemoBanner,
  Dialog,
  ErrorBoundary,
  ErrorState,
  Footer,
  Loading,
  OfflineBanner,
  Skeleton,
  SkipLink,
  ToastRegion,
  needWords,
  useLocale,
} from '@xihuo/ui';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Link, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { deskOf, MeContext, useMe, useMeQuery, type Me } from '../identity/me';
import { offeringWords } from '../identity/offering/words';
import { SecondFactor } from '../identity/second-factor';
import { seatedNext } from '../identity/session-watch';
import { SignIn } from '../identity/sign-in';
import { viewingWords } from '../identity/viewing/words';
import { useUnread } from '../platform/use-notices';
import { useT } from '../words';
import { Behind, StayHere } from './behind';
import { Icon } from './icons';
import { FrameKeys } from './keys/frame-keys';
import { useLive } from './live/live';
import { MenuSheet, Name, Sidebar } from './sidebar';
import { LeaveGuard, useHeldWindow } from './unsaved/leave-guard';
import { keepsWithoutNet, useLastSeat, useQueueAtStart } from './without-net';

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

/** Always in sight on phones too: how many notices are unread, and the way to them. */
function Bell() {
  const t = useT();
  const unread = useUnread() ?? 0;
  return (
    <Link
      to="/platform/notices"
      className="ml-auto flex min-h-target min-w-target items-center justify-center gap-1 rounded-md px-1 text-pine-ink focus-visible:outline-pine-ink"
    >
      <Icon name="bell" />
      <span className="sr-only">{unread > 0 ? t('notices.inMenu', { count: unread }) : t('menu.notices')}</span>
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="rounded-full bg-cinnabar px-2 text-xs font-semibold text-white tabular-nums"
        >
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  );
}

/** On phones: the name, the bell and a button for the ways. It closes with the step it was opened for. */
function TopBar() {
  const t = useT();
  const { key } = useLocation();
  const [openedAt, setOpenedAt] = useState<string | null>(null);
  return (
    <header className="sticky top-0 z-40 flex items-center justify-between bg-pine px-4 py-2 md:hidden print:hidden">
      <Name />
      <Bell />
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => setOpenedAt(key)}
        className="flex min-h-target items-center gap-2 rounded-md px-2 text-pine-ink focus-visible:outline-pine-ink"
      >
        <Icon name="menu" />
        {t('site.menu')}
      </button>
      <Dialog title={t('site.menu')} open={openedAt === key} onClose={() => setOpenedAt(null)}>
        <MenuSheet />
      </Dialog>
    </header>
  );
}

/** Some answers come in the language they were asked in (names, notices): after a switch they are asked for again. */
function useAnswersInLanguage() {
  const locale = useLocale();
  const queries = useQueryClient();
  const seen = useRef(locale);
  useEffect(() => {
    if (seen.current === locale) return;
    seen.current = locale;
    void queries.invalidateQueries();
  }, [locale, queries]);
}

function Desk() {
  const t = useT();
  const main = useFocusOnPage();
  useAnswersInLanguage();
  useLive();
  useHeldWindow();
  const { viewing, displayName } = useMe();
  const { pathname } = useLocation();
  return (
    <>
      <SkipLink />
      {viewing && (
        <Suspense>
          <LookingOn viewing={viewing} person={displayName} />
        </Suspense>
      )}
      <div className="flex flex-col md:flex-row">
        <Sidebar />
        <div className="flex min-h-dvh min-w-0 grow flex-col">
          {!keepsWithoutNet(pathname) && <OfflineBanner />}
          <DemoBanner />
          <TopBar />
          <main
            id="content"
            ref={main}
            tabIndex={-1}
            className="mx-auto w-full max-w-[84rem] grow px-4 outline-none sm:px-8"
          >
            <ErrorBoundary resetKey={pathname}>
              <Outlet />
            </ErrorBoundary>
          </main>
          <div className="print:hidden">
            <Footer>
              <a href="/" className="inline-flex min-h-target items-center underline-offset-4 hover:underline">
                {t('site.toShop')}
              </a>
              <FrameKeys />
            </Footer>
          </div>
        </div>
      </div>
      <ToastRegion />
      <ScrollRestoration />
    </>
  );
}

/** Of operators who look on as a supplier. */
const LookingOn = lazy(() =>
  needWords([viewingWords])
    .then(() => import('../identity/viewing/looking-on'))
    .then((module) => ({ default: module.LookingOn })),
);

/** Seen once by few. */
const EnrolFactor = lazy(() =>
  needWords([offeringWords])
    .then(() => import('../identity/offering/enrol-factor'))
    .then((module) => ({ default: module.EnrolFactor })),
);

/** The last person whose desk this was, until another one comes. */
function useSeated(me: Me | undefined, gone: boolean): Me | null {
  const [seated, setSeated] = useState<Me | null>(null);
  const next = seatedNext(seated, me, gone);
  if (next !== seated) setSeated(next);
  return next;
}

/** Lets in who is signed in and has shown what the role asks; to others it says what is missing: over their own desk, or in its place. */
export function Shell() {
  const query = useMeQuery();
  const seat = useLastSeat(query);
  useQueueAtStart(query.data);
  const me = query.data ?? seat ?? undefined;
  const gone = query.error?.status === 401;
  const seated = useSeated(me, gone);
  const expired = gone && (query.data !== undefined || query.error?.code === 'SESSION_EXPIRED');
  const step = gone ? (
    <SignIn expired={expired} again={seated} />
  ) : me?.secondFactorMissing ? (
    <Suspense>
      <EnrolFactor me={me} />
    </Suspense>
  ) : me?.secondFactorPending ? (
    <SecondFactor me={me} over={seated !== null} />
  ) : null;
  if (step && !seated) return step;
  if (seated) {
    return (
      <>
        <MeContext value={seated}>
          <Behind hidden={step !== null}>
            <Desk key={deskOf(seated)} />
          </Behind>
        </MeContext>
        {step ? <StayHere /> : <LeaveGuard />}
        {step}
      </>
    );
  }
  return (
    <main id="content" className="page py-16">
      {query.error ? (
        <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Loading>
          <Skeleton className="h-10 w-60" />
        </Loading>
      )}
    </main>
  );
}
