import { ApiProblem, EmptyState, LinkButton, Loading, Skeleton } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { ShopSignIn } from '../channel/shop-sign-in';
import { PageFailed } from '../frame/page-failed';
import { NarrowPage, PageTitle } from '../frame/page-title';
import { useT } from '../words';
import { useOrganisation, type Organisation } from './use-organisation';

/** Pages for whoever buys for an organisation: signs in first, and says so where there is none. */
export function ForOrganisation({
  id,
  children,
}: {
  id?: string | undefined;
  children: (organisation: Organisation, reload: () => void) => ReactNode;
}) {
  const t = useT();
  const query = useOrganisation(id);
  if (query.isPending) {
    return (
      <div className="page pt-8">
        <Loading>
          <Skeleton className="h-64" />
        </Loading>
      </div>
    );
  }
  if (query.organisation) return children(query.organisation, () => void query.refetch());
  const isSignedOut = query.error instanceof ApiProblem && query.error.status === 401;
  if (query.error && !isSignedOut && !(query.error instanceof ApiProblem && query.error.status === 403))
    return (
      <PageFailed problem={query.error} missing={t('business.noOrganisation')} onRetry={() => void query.refetch()} />
    );
  return (
    <NarrowPage>
      <PageTitle lead={t('business.lead')}>{t('business.title')}</PageTitle>
      {isSignedOut ? (
        <div className="max-w-md">
          <ShopSignIn onSignedIn={() => void query.refetch()} />
        </div>
      ) : (
        <EmptyState
          title={t('business.noOrganisation')}
          action={<LinkButton to="/products">{t('nav.allProducts')}</LinkButton>}
        >
          {t('business.noOrganisationText')}
        </EmptyState>
      )}
    </NarrowPage>
  );
}
