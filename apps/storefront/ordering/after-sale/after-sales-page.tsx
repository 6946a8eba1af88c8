import { EmptyState, LinkButton, Loading, Skeleton, TextLink } from '@xihuo/ui';
import { useParams } from 'react-router';
import { PageFailed } from '../../frame/page-failed';
import { NarrowPage, PageTitle } from '../../frame/page-title';
import { useT } from '../../words';
import { CaseCard } from './case-card';
import { mayHandle } from './may-handle';
import { useAfterSales } from './use-after-sales';

/** All that was claimed of an order, and the way to claim more. */
export function AfterSalesPage() {
  const t = useT();
  const { id = '' } = useParams();
  const { query, headers } = useAfterSales(id);
  const { data } = query;
  if (query.isPending)
    return (
      <div className="page pt-8">
        <Loading>
          <Skeleton className="h-64" />
        </Loading>
      </div>
    );
  if (!data)
    return (
      <PageFailed
        problem={query.error}
        missing={t('order.noKey')}
        hint={t('orders.noneText')}
        action={<LinkButton to="/orders">{t('nav.orders')}</LinkButton>}
        onRetry={() => void query.refetch()}
      />
    );
  // Of what is not sent yet, and of what came, by whoever may claim either.
  const open = data.claimable.filter(({ kinds }) => kinds.some((kind) => mayHandle(kind, data.may)));
  const parts = [...new Set(open.map((line) => line.supplierOrderId))];
  return (
    <NarrowPage>
      <PageTitle small>{t('afterSale.title')}</PageTitle>
      <div className="flex flex-col gap-5">
        <p>
          <TextLink to={`/orders/${id}`}>{t('afterSale.back')}</TextLink>
        </p>
        {parts.length > 0 ? (
          <p>
            <LinkButton to={`/orders/${id}/after-sales/new`}>{t('afterSale.apply')}</LinkButton>
          </p>
        ) : (
          data.data.length > 0 && <p className="text-ink-soft">{t('afterSale.nothing')}</p>
        )}
        {data.data.length === 0 && (
          <EmptyState title={t('afterSale.none')}>
            {t(parts.length > 0 ? 'afterSale.noneText' : 'afterSale.nothing')}
          </EmptyState>
        )}
        {data.data.map((one) => (
          <CaseCard key={one.id} one={one} headers={headers} mayAct={mayHandle(one.kind, data.may)} />
        ))}
      </div>
    </NarrowPage>
  );
}
