import { EmptyState, formatDateTime, LinkButton, Notice, useLocale } from '@xihuo/ui';
import { Link } from 'react-router';
import { NarrowPage, PageTitle } from '../frame/page-title';
import { useT } from '../words';
import { useOrderKeys } from './order-keys';

/** Orders placed without an account, as far as this browser holds their keys. */
export function OrdersPage() {
  const t = useT();
  const locale = useLocale();
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
            {keys.map(({ id, number, placedAt }) => (
              <li key={id}>
                <Link to={`/orders/${id}`} className="flex flex-wrap justify-between gap-x-6 px-5 py-4 hover:bg-sunken">
                  <span className="numeric font-medium">{t('order.number', { number })}</span>
                  <span className="text-ink-faint">{formatDateTime(placedAt, locale)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </NarrowPage>
  );
}
