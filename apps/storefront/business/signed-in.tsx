import type { UseQueryResult } from '@tanstack/react-query';
import { ApiProblem, EmptyState, LinkButton, Loading, Skeleton, useApi } from '@xihuo/ui';
import type { ComponentProps, ReactNode } from 'react';
import { ShopSignIn } from '../account/shop-sign-in';
import { PageFailed } from '../frame/page-failed';
import { NarrowPage, PageTitle } from '../frame/page-title';
import { useT } from '../words';
import type { Organisation } from './organisation';

interface ForBuyerProps<Data> extends Pick<ComponentProps<typeof PageFailed>, 'missing' | 'hint' | 'action'> {
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch'>;
  children: (data: Data, reload: () => void) => ReactNode;
}

/** What only a buyer reads: whoever is signed out signs in where the link led, and reads on. */
export function ForBuyer<Data>({ query, children, ...failed }: ForBuyerProps<Data>) {
  const t = useT();
  const { data, error } = query;
  const reload = () => void query.refetch();
  if (data !== undefined) return children(data, reload);
  if (!error) {
    return (
      <div className="page pt-8">
        <Loading>
          <Skeleton className="h-64" />
        </Loading>
      </div>
    );
  }
  if (!(error instanceof ApiProblem && error.status === 401))
    return <PageFailed problem={error} onRetry={reload} {...failed} />;
  return (
    <NarrowPage>
      <PageTitle lead={t('business.lead')}>{t('business.title')}</PageTitle>
      <div className="max-w-md">
        <ShopSignIn onSignedIn={reload} />
      </div>
    </NarrowPage>
  );
}

interface ForOrganisationProps {
  /** Of several the one that is named, else the first. */
  id?: string | undefined;
  children: (organisation: Organisation, reload: () => void) => ReactNode;
}

/** Pages for whoever buys for an organisation, and what to do where there is none. */
export function ForOrganisation({ id, children }: ForOrganisationProps) {
  const t = useT();
  const query = useApi('GET /me/organisations', {}, { staleTime: 0 });
  return (
    <ForBuyer query={query} missing={t('business.noOrganisation')} hint={t('business.noOrganisationText')}>
      {({ data }, reload) => {
        const organisation = id ? data.find((one) => one.id === id) : data[0];
        return organisation ? children(organisation, reload) : <NoOrganisation />;
      }}
    </ForBuyer>
  );
}

function NoOrganisation() {
  const t = useT();
  return (
    <NarrowPage>
      <PageTitle lead={t('business.lead')}>{t('business.title')}</PageTitle>
      <EmptyState
        title={t('business.noOrganisation')}
        action={<LinkButton to="/products">{t('nav.allProducts')}</LinkButton>}
      >
        {t('business.noOrganisationText')}
      </EmptyState>
    </NarrowPage>
  );
}
