import { Badge, formatDateTime, Money, useLocale } from '@xihuo/ui';
import { Link } from 'react-router';
import { Countdown } from '../payment/countdown';
import { LookPicture } from '../pictures/look-picture';
import { useT } from '../words';
import { standingOf, standingTones } from './order-standing';
import type { ListedOrder } from './use-order';

interface OrderEntryProps {
  id: string;
  /** Not there yet, or not to be read: then the row says what is known without it. */
  order: ListedOrder | undefined;
  known?: { number: string; placedAt: string };
}

/** Pictures of the first goods; how many more there are. */
const SHOWN = 3;

function Goods({ order }: { order: ListedOrder | undefined }) {
  const t = useT();
  const lines = order?.supplierOrders.flatMap((part) => part.lines) ?? [];
  return (
    <span className="col-span-2 mt-2 flex min-h-14 items-center gap-3">
      {lines.slice(0, SHOWN).map((line) => (
        <LookPicture key={line.id} look={line.look} name={line.productName} className="size-14 shrink-0 rounded-md" />
      ))}
      <span className="min-w-0 text-sm text-ink-soft">
        <span lang="zh-CN" className="line-clamp-2">
          {lines.map((line) => line.productName).join('、')}
        </span>
        {lines.length > SHOWN && <span className="text-ink-faint">{t('orders.kinds', { count: lines.length })}</span>}
      </span>
    </span>
  );
}

/** An order as lists show it: the whole row leads to it. */
export function OrderEntry({ id, order, known }: OrderEntryProps) {
  const t = useT();
  const locale = useLocale();
  const placedAt = order?.placedAt ?? known?.placedAt;
  const standing = order && standingOf(order);
  return (
    <Link to={`/orders/${id}`} className="grid grid-cols-[1fr_auto] items-baseline gap-x-6 px-5 py-3.5 hover:bg-sunken">
      <span className="numeric font-medium">{order?.number ?? known?.number}</span>
      <span className="text-end">{order && <Money value={order.amount} />}</span>
      <span className="text-sm text-ink-faint">
        {placedAt && formatDateTime(placedAt, locale)}
        {order && standing === 'toPay' && (
          <span className="block text-amber">
            <Countdown until={order.payBy} />
          </span>
        )}
      </span>
      <span className="min-h-6 text-end">
        {standing && <Badge tone={standingTones[standing]}>{t(`orders.standing.${standing}`)}</Badge>}
      </span>
      <Goods order={order} />
    </Link>
  );
}
