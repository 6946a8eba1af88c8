import {
  Badge,
  Button,
  Card,
  Facts,
  formatDateTime,
  LinkButton,
  Loading,
  Money,
  Notice,
  routeKey,
  Skeleton,
  toast,
  useLocale,
  useProblemText,
  useSend,
} from '@xihuo/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { OrderDisputes } from '../dispute/order-disputes';
import { OrderReviews } from '../dispute/order-reviews';
import { PageFailed } from '../frame/page-failed';
import { NarrowPage, PageTitle } from '../frame/page-title';
import { PaymentPanel } from '../payment/payment-panel';
import { useT } from '../words';
import { orderHeaders, orderLink } from './order-keys';
import { orderTones } from './order-tones';
import { PickupCard } from './pickup-card';
import { SupplierOrder } from './supplier-order';
import { useOrder, type Order } from './use-order';

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

/** What the amount is made of, where it is more than the goods. */
function sumFacts({ goods, discount, freight }: Order) {
  const parts = [
    { word: 'order.goods', value: goods },
    { word: 'order.discount', value: discount },
    { word: 'order.freight', value: freight },
  ] as const;
  return discount.amount === '0' && freight.amount === '0' ? [] : parts.filter(({ value }) => value.amount !== '0');
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
          ...sumFacts(order).map(({ word, value }) => ({ term: t(word), detail: <Money value={value} /> })),
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
  // Plain http and old browsers have no clipboard to write to: then it is shown, to be copied by hand.
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      toast(t('order.linkCopied'));
    } catch {
      toast(link);
    }
  };
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
  const { order, token, standing } = useOrder(id);
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
    return (
      <PageFailed
        problem={order.error}
        missing={t(token ? 'order.missing' : 'order.noKey')}
        hint={t('orders.noneText')}
        action={<LinkButton to="/orders">{t('nav.orders')}</LinkButton>}
        onRetry={() => void order.refetch()}
      />
    );
  }
  const data = order.data;
  const confirming = standing === 'confirming';
  return (
    <NarrowPage>
      <PageTitle small>{t('order.number', { number: data.number })}</PageTitle>
      <div className="flex flex-col gap-4">
        <div className="flex items-center justify-between">
          <p role="status">
            <Badge tone={confirming ? 'info' : orderTones[data.state]}>
              {confirming ? t('order.state.confirming') : t(`order.state.${data.state}`)}
            </Badge>
          </p>
          {data.state === 'awaitingPayment' && !confirming && data.may.cancel && (
            <CancelOrder order={data} token={token} />
          )}
        </div>
        <PaymentPanel order={data} token={token} standing={standing} />
        {data.pickup && <PickupCard order={data} token={token} />}
        {data.supplierOrders.map((part) => (
          <SupplierOrder key={part.id} order={data} part={part} token={token} />
        ))}
        <OrderReviews orderId={data.id} token={token} />
        <OrderDisputes orderId={data.id} token={token} />
        <OrderFacts order={data} />
        {token && <KeepTheLink order={data} token={token} />}
      </div>
    </NarrowPage>
  );
}
