import {
  Badge,
  Button,
  LinkButton,
  Loading,
  Notice,
  routeKey,
  Skeleton,
  toast,
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
import type { Standing } from '../payment/standing';
import { useT } from '../words';
import { AskFirst } from './ask-first';
import { BuyAgain } from './buy-again';
import { OrderFacts, OrderWay } from './order-facts';
import { orderHeaders, orderLink } from './order-keys';
import { OrderInvoices } from './order-invoices';
import { OrderOutcome } from './order-outcome';
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
    <AskFirst
      word={t('order.cancel')}
      title={t('order.cancelTitle')}
      text={t('order.cancelText')}
      yes={t('order.cancel')}
      pending={cancel.isPending}
      onYes={press}
    />
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

/** All of an order: what is to be done, where each part is, what came of it. */
function Whole({ order, token, standing }: { order: Order; token: string | undefined; standing: Standing }) {
  const t = useT();
  const confirming = standing === 'confirming';
  return (
    <NarrowPage>
      <PageTitle small>{t('order.number', { number: order.number })}</PageTitle>
      <div className="flex flex-col gap-4">
        <div className="flex items-center justify-between">
          <p role="status">
            <Badge tone={confirming ? 'info' : orderTones[order.state]}>
              {confirming ? t('order.state.confirming') : t(`order.state.${order.state}`)}
            </Badge>
          </p>
          <span className="flex gap-2 print:hidden">
            {order.state === 'awaitingPayment' && !confirming && order.may.cancel && (
              <CancelOrder order={order} token={token} />
            )}
            {order.state !== 'awaitingPayment' && order.purchaseOrderId === null && <BuyAgain order={order} />}
            <Button look="quiet" size="small" onClick={() => window.print()}>
              {t('order.print')}
            </Button>
          </span>
        </div>
        <div className="print:hidden">
          <PaymentPanel order={order} token={token} standing={standing} />
        </div>
        {order.pickup && <PickupCard order={order} token={token} />}
        {order.supplierOrders.map((part) => (
          <SupplierOrder key={part.id} order={order} part={part} token={token} />
        ))}
        <OrderOutcome order={order} token={token} />
        <div className="contents print:hidden">
          <OrderReviews orderId={order.id} token={token} />
          <OrderDisputes orderId={order.id} token={token} />
          {order.purchaseOrderId === null && order.state !== 'cancelled' && (
            <OrderInvoices orderId={order.id} token={token} />
          )}
        </div>
        <OrderWay order={order} />
        <OrderFacts order={order} />
        {token && (
          <div className="print:hidden">
            <KeepTheLink order={order} token={token} />
          </div>
        )}
      </div>
    </NarrowPage>
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
  return <Whole order={order.data} token={token} standing={standing} />;
}
