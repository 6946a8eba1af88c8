import {
  Badge,
  Button,
  Card,
  ErrorState,
  Facts,
  formatDateTime,
  Loading,
  Money,
  Notice,
  routeKey,
  Skeleton,
  toast,
  useLocale,
  useProblemText,
  useSend,
  type Tone,
} from '@xihuo/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { NarrowPage, PageTitle } from '../frame/page-title';
import { PaymentPanel } from '../payment/payment-panel';
import { useT } from '../words';
import { orderHeaders, orderLink } from './order-keys';
import { SupplierOrder } from './supplier-order';
import { useOrder, type Order } from './use-order';

const tones: Record<Order['state'], Tone> = {
  awaitingPayment: 'attention',
  expiring: 'attention',
  paid: 'good',
  cancelled: 'neutral',
};

function CancelOrder({ order, token }: { order: Order; token: string | undefined }) {
  const t = useT();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const cancel = useSend('POST /orders/{id}/cancel', {
    onSuccess: () => void queries.invalidateQueries({ queryKey: routeKey('GET /orders/{id}') }),
    onError: (problem) => toast(problemText(problem), 'bad'),
  });
  const press = () => cancel.mutate({ params: { id: order.id }, body: {}, headers: orderHeaders(token) });
  return (
    <Button look="quiet" size="small" pending={cancel.isPending} onClick={press}>
      {t('order.cancel')}
    </Button>
  );
}

function OrderFacts({ order }: { order: Order }) {
  const t = useT();
  const locale = useLocale();
  const { delivery } = order;
  return (
    <Card title={t('order.facts')}>
      <Facts
        facts={[
          { term: t('order.numberTerm'), detail: <span className="numeric">{order.number}</span> },
          { term: t('order.placedAt'), detail: formatDateTime(order.placedAt, locale) },
          { term: t('order.amount'), detail: <Money value={order.amount} /> },
          { term: t('address.name'), detail: `${delivery.name} ${delivery.phone}` },
          {
            term: t('address.title'),
            detail: <span lang="zh-CN">{`${delivery.regionName} ${delivery.address}`}</span>,
          },
        ]}
      />
    </Card>
  );
}

function KeepTheLink({ order, token }: { order: Order; token: string }) {
  const t = useT();
  const link = `${window.location.origin}${orderLink({ id: order.id, token })}`;
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => toast(t('order.linkCopied')),
      () => toast(link),
    );
  return (
    <Notice title={t('order.keepLink')}>
      <p>{t('order.keepLinkText')}</p>
      <Button look="secondary" size="small" className="mt-2" onClick={() => void copy()}>
        {t('order.copyLink')}
      </Button>
    </Notice>
  );
}

export function OrderPage() {
  const t = useT();
  const { id = '' } = useParams();
  const { order, token, confirming, gaveUp } = useOrder(id);
  if (order.isPending) {
    return (
      <div className="page pt-8">
        <Loading>
          <Skeleton className="mb-4 h-40" />
          <Skeleton className="h-64" />
        </Loading>
      </div>
    );
  }
  if (!order.data) {
    const title = order.error?.status === 404 && !token ? t('order.noKey') : undefined;
    return <ErrorState title={title} problem={order.error} onRetry={() => void order.refetch()} />;
  }
  const data = order.data;
  const unpaid = data.state === 'awaitingPayment';
  return (
    <NarrowPage>
      <PageTitle>{t('order.number', { number: data.number })}</PageTitle>
      <div className="flex flex-col gap-4">
        <div className="flex items-center justify-between">
          <p role="status">
            <Badge tone={confirming ? 'info' : tones[data.state]}>
              {confirming ? t('order.state.confirming') : t(`order.state.${data.state}`)}
            </Badge>
          </p>
          {unpaid && !confirming && <CancelOrder order={data} token={token} />}
        </div>
        <PaymentPanel order={data} token={token} confirming={confirming} gaveUp={gaveUp} />
        {data.supplierOrders.map((part) => (
          <SupplierOrder key={part.id} orderId={data.id} part={part} token={token} />
        ))}
        <OrderFacts order={data} />
        {token && <KeepTheLink order={data} token={token} />}
      </div>
    </NarrowPage>
  );
}
