import { useQueryClient } from '@tanstack/react-query';
import { Button, Card, ErrorState, TextLink, toast, useApi, useProblemText, useSend } from '@xihuo/ui';
import { Waiting } from '../admission/reading';
import { NarrowPage, PageTitle } from '../frame/page-title';
import { forgetKept } from '../ordering/forget-kept';
import { useT } from '../words';
import { Ways } from './mine/tiles';
import { OwnStandings } from './own-standings';
import { ShopSignIn } from './shop-sign-in';
import { markSignedIn } from './signed-in-mark';
import { useMe, type Me } from './use-me';

function SignOut() {
  const t = useT();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const signOut = useSend('DELETE /sessions/current', {
    onSuccess: () => {
      markSignedIn(false);
      // What was read for the account, and what it left in this browser, must not be seen by whoever comes next.
      forgetKept();
      queries.clear();
    },
    onError: (problem) => toast(problemText(problem), 'bad'),
  });
  return (
    <Button look="quiet" size="small" pending={signOut.isPending} onClick={() => signOut.mutate({})}>
      {t('account.signOut')}
    </Button>
  );
}

function Account({ me }: { me: Me }) {
  const t = useT();
  const newest = useApi('GET /me/notices', { query: { limit: 1 } }, { staleTime: 0 }).data?.data[0];
  const buysFor = me.grants.filter(({ role }) => role === 'businessBuyer');
  return (
    <div className="flex flex-col gap-4">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-lg" lang="zh-CN">
          {me.displayName}
        </h2>
        <SignOut />
      </header>
      <Card title={t('account.orders')} aside={<TextLink to="/orders">{t('account.allOrders')}</TextLink>}>
        <OwnStandings />
      </Card>
      <Ways isNew={newest?.readAt === null} buysFor={buysFor.length > 0} />
    </div>
  );
}

/** The buyer's own corner: who is signed in, the ways to orders and messages, and the way out. */
export function AccountPage() {
  const t = useT();
  const { marked, query } = useMe();
  return (
    <NarrowPage>
      <PageTitle>{t('nav.account')}</PageTitle>
      {marked ? (
        query.data ? (
          <Account me={query.data} />
        ) : query.error ? (
          <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Waiting />
        )
      ) : (
        <div className="flex max-w-md flex-col gap-6">
          <ShopSignIn lead={t('account.lead')} onSignedIn={() => void query.refetch()} />
          <p className="text-sm text-ink-soft">{t('account.guests')}</p>
          <TextLink to="/account/history">{t('account.history')}</TextLink>
        </div>
      )}
    </NarrowPage>
  );
}
