import { Card, formatDate, LinkButton, Money, TextLink, useApi, useLocale } from '@xihuo/ui';
import { orderHeaders } from '../ordering/order-keys';
import { useT } from '../words';
import { StateBadge } from './state-badge';

/** Disputes of an order, and the way to open one while something can still be held. */
export function OrderDisputes({ orderId, token }: { orderId: string; token: string | undefined }) {
  const t = useT();
  const locale = useLocale();
  const query = useApi(
    'GET /orders/{id}/disputes',
    { params: { id: orderId }, headers: orderHeaders(token) },
    { staleTime: 0 },
  );
  if (!query.data || (query.data.data.length === 0 && query.data.lines.length === 0)) return null;
  const { data, lines } = query.data;
  return (
    <Card title={t('dispute.forOrder')}>
      {data.length > 0 && (
        <ul className="mb-3 divide-y divide-line">
          {data.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4 py-1">
              <TextLink to={`/orders/${orderId}/disputes/${one.id}`}>
                <span lang="zh-CN">{one.products.join('、')}</span>
              </TextLink>
              <span className="flex items-center gap-3">
                <Money value={one.held} />
                <StateBadge state={one.state} />
              </span>
              {one.dueOn && (
                <span className="w-full text-sm text-ink-faint">
                  {t('dispute.dueOn', { date: formatDate(one.dueOn, locale) })}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {lines.length > 0 && (
        <>
          <p className="mb-3 text-sm text-ink-soft">{t('dispute.forOrderText')}</p>
          <LinkButton look="secondary" to={`/orders/${orderId}/disputes/new`}>
            {t('dispute.open')}
          </LinkButton>
        </>
      )}
    </Card>
  );
}
