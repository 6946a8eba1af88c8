import { Badge, EmptyState, formatDateTime, LinkButton, Money, Notice, useApi, useLocale } from '@xihuo/ui';
import { Link } from 'react-router';
import { NarrowPage, PageTitle } from '../frame/page-title';
import { useT } from '../words';
import { orderHeaders, useOrderKeys, type OrderKey } from './order-keys';
import { orderTones } from './order-tones';

/** What the key says at once, and what the order itself says as soon as it is read. */
function OrderRow({ orderKey }: { orderKey: OrderKey }) {
  const t = useT();
  const locale = useLocale();
  const { id, token, number, placedAt } = orderKey;
  const { data: order } = useApi('GET /orders/{id}', { params: { id }, headers: orderHeaders(token) });
  return (
    <Link to={`/orders/${id}`} className="grid grid-cols-[1fr_auto] items-baseline gap-x-6 px-5 py-3.5 hover:bg-sunken">
      <span className="numeric font-medium">{order?.number ?? number}</span>
      <span className="text-end">{order && <Money value={order.amount} />}</span>
      <span className="text-sm text-ink-faint">{formatDateTime(order?.placedAt ?? placedAt, locale)}</span>
      <span className="min-h-6 text-end">
        {order && <Badge tone={orderTones[order.state]}>{t(`order.state.${order.state}`)}</Badge>}
      </span>
      <span lang="zh-CN" className="col-span-2 line-clamp-1 min-h-6 text-sm text-ink-soft">
        {order?.supplierOrders.flatMap((part) => part.lines.map((line) => line.productName)).join('、')}
      </span>
    </Link>
  );
}

/** Orders placed without an account, as far as this browser holds their keys. */
export function OrdersPage() {
  const t = useT();
  const keys = useOrderKeys();
  return (
    <NarrowPage>
      <PageTitle>{t('nav.orders')}</PageTitle>
      {keys.length === 0 ? (
        <EmptyState title={t('orders.none')} action={<LinkButton to="/products">{t('nav.allProducts')}</LinkButton>}>
          {t('orders.noneText')}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-4">
          <Notice>{t('orders.kept')}</Notice>
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {keys.map((key) => (
              <li key={key.id}>
                <OrderRow orderKey={key} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </NarrowPage>
  );
}
