import { Card, Facts, formatDateTime, Money, Timeline, useLocale } from '@xihuo/ui';
import { useName } from '../catalogue/use-name';
import { useT } from '../words';
import { eventsOf } from './order-events';
import type { Order } from './use-order';

/** What the amount is made of, where it is more than the goods: each discount by its name. */
function useSums({ goods, discount, freight, follow }: Order) {
  const t = useT();
  const name = useName();
  if (discount.amount === '0' && freight.amount === '0') return [];
  return [
    { term: t('order.goods'), detail: <Money value={goods} /> },
    ...follow.promotions.map((one) => ({
      term: `${t(`promotion.${one.kind}`)} ${name(one.name)}`,
      detail: (
        <span className="text-green">
          −<Money value={one.amount} />
        </span>
      ),
    })),
    ...(freight.amount === '0' ? [] : [{ term: t('order.freight'), detail: <Money value={freight} /> }]),
  ];
}

/** Number, sums and where it goes. */
export function OrderFacts({ order }: { order: Order }) {
  const t = useT();
  const locale = useLocale();
  const sums = useSums(order);
  const { delivery } = order;
  return (
    <Card title={t('order.facts')}>
      <Facts
        facts={[
          { term: t('order.numberTerm'), detail: <span className="numeric">{order.number}</span> },
          { term: t('order.placedAt'), detail: formatDateTime(order.placedAt, locale) },
          ...sums,
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

/** What happened to it and when, from the first day to the last. */
export function OrderWay({ order }: { order: Order }) {
  const t = useT();
  const locale = useLocale();
  const isSplit = order.supplierOrders.length > 1;
  return (
    <Card title={t('order.way')}>
      <Timeline
        entries={eventsOf(order).map((event, index) => ({
          id: `${index}`,
          at: formatDateTime(event.at, locale),
          title: t(`order.event.${event.kind}`),
          children: isSplit && event.supplier ? <span lang="zh-CN">{event.supplier}</span> : undefined,
        }))}
      />
    </Card>
  );
}
