import {
  Button,
  Dialog,
  formatDate,
  formatMoney,
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
import { FoundAt } from '../channel/found-at';
import { productHref } from '../channel/via';
import { useT } from '../words';
import { orderHeaders } from './order-keys';
import { Parcels } from './parcels';
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

/** What of a line never came, or goes back. */
function GoneOfLine({ line }: { line: Part['lines'][number] }) {
  const t = useT();
  if (line.cancelledPacks === 0 && line.refund.amount === '0') return null;
  return (
    <p className="basis-full text-end text-sm text-ink-faint">
      {line.cancelledPacks > 0 && (
        <span className="me-3">{t('order.cancelledPacks', { count: line.cancelledPacks })}</span>
      )}
      {line.refund.amount !== '0' && t('order.refundOfLine', { amount: formatMoney(line.refund) })}
    </p>
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
        <ul className="divide-y divide-line">
          {part.lines.map((line) => (
            <li key={line.id} className="flex flex-wrap items-center justify-between gap-x-4 py-1">
              <Link
                to={productHref(line.productSlug, undefined, part.supplier.id)}
                className="touch gap-2 underline-offset-4 hover:underline"
              >
                <span lang="zh-CN">{line.productName}</span>
                <span className="whitespace-nowrap text-ink-faint">{line.pack}</span>
              </Link>
              <FoundAt via={line.via} />
              <span className="numeric ms-auto">
                <Money value={line.unitPrice} /> × {line.quantity}
              </span>
              <GoneOfLine line={line} />
            </li>
          ))}
        </ul>
        <Parcels orderId={order.id} parcels={part.parcels} token={token} />
        {['toShip', 'shipped', 'received'].includes(part.state) && (
          <p>
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
