import { LinkButton, Loading, Skeleton } from '@xihuo/ui';
import { useParams } from 'react-router';
import { PageFailed } from '../../frame/page-failed';
import { NarrowPage, PageTitle } from '../../frame/page-title';
import { useT } from '../../words';
import { ClaimForm } from './claim-form';
import { useAfterSales } from './use-after-sales';

/** Claims something of an order. */
export function ClaimPage() {
  const t = useT();
  const { id = '' } = useParams();
  const { query, headers } = useAfterSales(id);
  if (query.isPending)
    return (
      <div className="page pt-8">
        <Loading>
          <Skeleton className="h-64" />
        </Loading>
      </div>
    );
  if (!query.data || query.data.claimable.length === 0)
    return (
      <PageFailed
        problem={query.error}
        missing={t('afterSale.none')}
        hint={t('afterSale.nothing')}
        action={<LinkButton to={`/orders/${id}`}>{t('afterSale.back')}</LinkButton>}
        onRetry={() => void query.refetch()}
      />
    );
  return (
    <NarrowPage>
      <PageTitle small>{t('afterSale.apply')}</PageTitle>
      <ClaimForm orderId={id} headers={headers} claimable={query.data.claimable} />
    </NarrowPage>
  );
}
