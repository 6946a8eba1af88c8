import { Badge, formatDateTime, Money, useLocale } from '@xihuo/ui';
import { Link } from 'react-router';
import { useT } from '../words';
import { standingOf, standingTones } from './order-standing';
import type { ListedOrder } from './use-order';

interface OrderEntryProps {
  id: string;
  /** Not there yet, or not to be read: then the row says what is known without it. */
  order: ListedOrder | undefined;
  known?: { number: string; placedAt: string };
}

/** An order as lists show it: the whole row leads to it. */
export function OrderEntry({ id, order, known }: OrderEntryProps) {
  const t = useT();
  const locale = useLocale();
  const placedAt = order?.placedAt ?? known?.placedAt;
  return (
    <Link to={`/orders/${id}`} className="grid grid-cols-[1fr_auto] items-baseline gap-x-6 px-5 py-3.5 hover:bg-sunken">
      <span className="numeric font-medium">{order?.number ?? known?.number}</span>
      <span className="text-end">{order && <Money value={order.amount} />}</span>
      <span className="text-sm text-ink-faint">{placedAt && formatDateTime(placedAt, locale)}</span>
      <span className="min-h-6 text-end">
        {order && <Badge tone={standingTones[standingOf(order)]}>{t(`orders.standing.${standingOf(order)}`)}</Badge>}
      </span>
      <span lang="zh-CN" className="col-span-2 line-clamp-1 min-h-6 text-sm text-ink-soft">
        {order?.supplierOrders.flatMap((part) => part.lines.map((line) => line.productName)).join('、')}
      </span>
    </Link>
  );
}
