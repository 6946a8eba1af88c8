import { Button, LinkButton, Money, Notice, useProblemText } from '@xihuo/ui';
import type { Order } from '../ordering/use-order';
import { useT } from '../words';
import { Countdown } from './countdown';
import { usePayment } from './use-payment';

interface PaymentPanelProps {
  order: Order;
  token: string | undefined;
  confirming: boolean;
  gaveUp: boolean;
}

/** What stands between the buyer and a paid order; nothing here says “paid” before the server does. */
export function PaymentPanel({ order, token, confirming, gaveUp }: PaymentPanelProps) {
  const t = useT();
  const problemText = useProblemText();
  const { pay, pending, problem, needsForm } = usePayment();
  const start = () => void pay(order.id, token).catch(() => undefined);
  if (order.state === 'paid') return <Paid order={order} />;
  if (order.state === 'cancelled') {
    return (
      <Notice title={t('pay.cancelled')}>
        <LinkButton look="quiet" size="small" to="/products">
          {t('nav.allProducts')}
        </LinkButton>
      </Notice>
    );
  }
  if (order.state === 'expiring') return <Notice tone="attention" title={t('pay.expiring')} />;
  if (confirming) {
    return (
      <Notice title={t('pay.confirming')}>
        <p>{t('pay.confirmingText')}</p>
        <Button look="quiet" size="small" pending={pending} onClick={start}>
          {t('pay.notPaid')}
        </Button>
      </Notice>
    );
  }
  return (
    <div className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-5">
      {gaveUp && <Notice tone="attention">{t('pay.noWordYet')}</Notice>}
      {needsForm && <Notice tone="attention">{t('pay.needsForm')}</Notice>}
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
        <Button look="accent" size="large" pending={pending} onClick={start}>
          {t('pay.now')}
        </Button>
      </div>
    </div>
  );
}

function Paid({ order }: { order: Order }) {
  const t = useT();
  return (
    <Notice tone="good" title={t('pay.paid')}>
      <p>
        <Money value={order.amount} /> · {t('pay.paidText', { count: order.supplierOrders.length })}
      </p>
    </Notice>
  );
}
