import {
  Button,
  Dialog,
  formatDate,
  LinkButton,
  Money,
  routeKey,
  Steps,
  TextLink,
  toast,
  useLocale,
  useProblemText,
  useSend,
} from '@xihuo/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ComponentProps } from 'react';
import { Link } from 'react-router';
import { useT } from '../words';
import { orderHeaders } from './order-keys';
import { OrderLines } from './order-lines';
import { Parcels } from './parcels';
import { PartTime } from './part-time';
import type { Order } from './use-order';

type Part = Order['supplierOrders'][number];

const way = ['toShip', 'shipped', 'received', 'released'] as const;

/** The steps of one supplier's part: those before its state are done, and the last one as soon as it is reached. */
function useSteps(state: Part['state']): ComponentProps<typeof Steps>['steps'] {
  const t = useT();
  const reached = way.findIndex((step) => step === state);
  return way.map((step, index) => {
    const isDone = index < reached || state === 'released';
    return {
      id: step,
      title: isDone ? t(`step.${step}.done`) : t(`step.${step}`),
      state: isDone ? 'done' : index === reached ? 'current' : 'ahead',
    };
  });
}

function ConfirmReceipt({ orderId, part, token }: { orderId: string; part: Part; token: string | undefined }) {
  const t = useT();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const confirm = useSend('POST /orders/{id}/receipts', {
    onSuccess: () => {
      setAsking(false);
      toast(t('receipt.thanks'));
      void queries.invalidateQueries({ queryKey: routeKey('GET /orders/{id}') });
      // What has come may be reviewed from now on.
      void queries.invalidateQueries({ queryKey: routeKey('GET /orders/{id}/reviews') });
    },
    onError: (problem) => toast(problemText(problem), 'bad'),
  });
  const press = () =>
    confirm.mutate({ params: { id: orderId }, body: { supplierOrderId: part.id }, headers: orderHeaders(token) });
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('receipt.confirm')}</Button>
      <Dialog
        title={t('receipt.title')}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button look="secondary" onClick={() => setAsking(false)}>
              {t('receipt.notYet')}
            </Button>
            <Button pending={confirm.isPending} onClick={press}>
              {t('receipt.confirm')}
            </Button>
          </>
        }
      >
        <p>{t('receipt.text')}</p>
      </Dialog>
    </>
  );
}

/** Whoever bought it says that it came; for an organisation, whoever receives for it, where the acceptance is written down. */
function Receipt({ order, part, token }: { order: Order; part: Part; token: string | undefined }) {
  const t = useT();
  if (!order.may.receive) return null;
  if (order.purchaseOrderId === null) return <ConfirmReceipt orderId={order.id} part={part} token={token} />;
  return <LinkButton to={`/business/orders/${order.purchaseOrderId}`}>{t('receipt.onPurchase')}</LinkButton>;
}

export function SupplierOrder({ order, part, token }: { order: Order; part: Part; token: string | undefined }) {
  const t = useT();
  const locale = useLocale();
  const steps = useSteps(part.state);
  const followed = order.follow.parts.find(({ supplierOrderId }) => supplierOrderId === part.id);
  const release = part.lines.find((line) => line.releaseDue)?.releaseDue;
  return (
    <section aria-label={part.supplier.name} className="rounded-lg border border-line bg-surface">
      <header className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line px-5 py-2">
        <h2 lang="zh-CN" className="text-base">
          <Link to={`/suppliers/${part.supplier.id}`} className="touch underline-offset-4 hover:underline">
            {part.supplier.name}
          </Link>
        </h2>
        <Money value={part.amount} />
      </header>
      <div className="flex flex-col gap-5 p-5">
        {part.state !== 'cancelled' && <Steps label={t('order.progress')} steps={steps} />}
        <OrderLines part={part} />
        {followed && <PartTime orderId={order.id} part={followed} token={token} mayAct={order.may.receive} />}
        <Parcels orderId={order.id} parcels={part.parcels} token={token} />
        {['toShip', 'shipped', 'received'].includes(part.state) && (
          <p className="print:hidden">
            <TextLink to={`/orders/${order.id}/after-sales`}>{t('afterSale.open')}</TextLink>
          </p>
        )}
        {part.state === 'shipped' && <Receipt order={order} part={part} token={token} />}
        {part.state === 'received' && release && (
          <p className="text-sm text-ink-faint">{t('order.afterSaleUntil', { date: formatDate(release, locale) })}</p>
        )}
        {part.state === 'released' && <p className="text-sm text-ink-soft">{t('order.released')}</p>}
      </div>
    </section>
  );
}
