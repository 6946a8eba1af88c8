import { Button, formatDateTime, Money, Notice, TextLink, useLocale, useProblemText } from '@xihuo/ui';
import type { Order } from '../ordering/use-order';
import { useT } from '../words';
import { Countdown } from './countdown';
import type { Standing } from './standing';
import { usePayment } from './use-payment';

interface PaymentPanelProps {
  order: Order;
  token: string | undefined;
  standing: Standing;
}

/** What stands between the buyer and a paid order; nothing here says “paid” before the server does. */
export function PaymentPanel({ order, token, standing }: PaymentPanelProps) {
  const t = useT();
  if (order.state === 'paid') return <Paid order={order} />;
  if (order.state === 'cancelled') {
    return (
      <Notice title={t('pay.cancelled')}>
        <TextLink to="/products">{t('nav.allProducts')}</TextLink>
      </Notice>
    );
  }
  if (order.state === 'onTerms') {
    return (
      <Notice title={t('pay.onTerms')}>
        <TextLink to="/business">{t('pay.onTermsBack')}</TextLink>
      </Notice>
    );
  }
  if (standing === 'closing') return <Notice tone="attention" title={t('pay.expiring')} />;
  if (standing === 'confirming') return <Confirming order={order} token={token} />;
  return <ToPay order={order} token={token} standing={standing} />;
}

function Confirming({ order, token }: Omit<PaymentPanelProps, 'standing'>) {
  const t = useT();
  const { pay, pending } = usePayment();
  const isPaid = order.paymentState === 'captured';
  return (
    <Notice title={t('pay.confirming')}>
      <p>{t(isPaid ? 'pay.captured' : 'pay.confirmingText')}</p>
      {!isPaid && (
        <Button
          look="quiet"
          size="small"
          className="-ms-3"
          pending={pending}
          onClick={() => void pay(order.id, token).catch(() => undefined)}
        >
          {t('pay.notPaid')}
        </Button>
      )}
    </Notice>
  );
}

function ToPay({ order, token, standing }: PaymentPanelProps) {
  const t = useT();
  const problemText = useProblemText();
  const { pay, pending, problem } = usePayment();
  return (
    <div className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-5">
      {standing === 'calledOff' && !problem && (
        <Notice tone="attention" title={t('pay.calledOff')}>
          {t('pay.calledOffText')}
        </Notice>
      )}
      {standing === 'noWord' && <Notice tone="attention">{t('pay.noWordYet')}</Notice>}
      {standing === 'refused' && !problem && (
        <Notice urgent tone="bad" title={t('pay.refused')}>
          {t('pay.again')}
        </Notice>
      )}
      {problem && (
        <Notice urgent tone="bad" title={problemText(problem)}>
          {t('pay.again')}
        </Notice>
      )}
      <div className="flex flex-wrap items-center justify-between gap-4">
        <p>
          <Money value={order.amount} size="large" accent />
          <span className="block text-sm text-ink-faint">
            <Countdown until={order.payBy} />
          </span>
        </p>
        <Button
          look="accent"
          size="large"
          pending={pending}
          onClick={() => void pay(order.id, token).catch(() => undefined)}
        >
          {t(standing === 'refused' || standing === 'calledOff' ? 'pay.payAgain' : 'pay.now')}
        </Button>
      </div>
    </div>
  );
}

function Paid({ order }: { order: Order }) {
  const t = useT();
  const locale = useLocale();
  const preparing = order.supplierOrders.filter(({ state }) => state === 'toShip');
  const shipBy = new Map(order.follow.parts.map((part) => [part.supplierOrderId, part.shipBy]));
  return (
    <Notice tone="good" title={t('pay.paid')}>
      <p>
        <Money value={order.amount} />
        {preparing.length > 0 && ` · ${t('pay.paidText', { count: preparing.length })}`}
      </p>
      <ul>
        {preparing.map(({ id, supplier, amount }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-4">
            <span>
              <span lang="zh-CN">{supplier.name}</span> <Money value={amount} />
            </span>
            <span className="text-sm text-ink-soft">
              {t('follow.shipBy', { at: formatDateTime(shipBy.get(id) ?? order.placedAt, locale) })}
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
