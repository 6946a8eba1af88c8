import { Card, formatBasisPoints, formatDate, formatMoney, Money, useApi, useLocale } from '@xihuo/ui';
import { grainsOf } from '../trace/grains';
import { GrainsPicture } from '../trace/grains-picture';
import { useT } from '../words';
import { orderHeaders } from './order-keys';
import { shownParts, toldParts, type OutcomePart, type Payee } from './outcome-parts';
import type { Order } from './use-order';

/** Freight is an empty husk: it brought the goods and is nobody's harvest. */
const fills: Record<Payee, string> = {
  households: 'fill-green',
  collectives: 'fill-amber',
  supplier: 'fill-line-strong',
  freight: 'fill-transparent stroke-line-strong stroke-[1.5]',
  platform: 'fill-slate',
};
const marks: Record<Payee, string> = {
  households: 'bg-green',
  collectives: 'bg-amber',
  supplier: 'bg-line-strong',
  freight: 'border-2 border-line-strong',
  platform: 'bg-slate',
};
/** Not settled yet: the grains are sown, and nobody's. */
const SOWN = Array.from({ length: 100 }, () => 'fill-transparent stroke-line-strong stroke-1');

function Households({ part: { households } }: { part: OutcomePart }) {
  const t = useT();
  if (households.amount.amount === '0') return <p className="text-ink-soft">{t('outcome.noHouseholds')}</p>;
  return (
    <div>
      <p className="text-xl font-semibold text-green">
        {t('outcome.toHouseholds', { amount: formatMoney(households.amount) })}
      </p>
      <p className="text-sm text-ink-soft">
        {households.count === null ? t('outcome.few') : t('outcome.count', { count: households.count })}
      </p>
      <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-ink-soft">
        {households.kinds.map(({ kind, amount }) => (
          <span key={kind}>
            {t(`outcome.kind.${kind}`)} {amount && households.kinds.length > 1 && <Money value={amount} />}
          </span>
        ))}
      </p>
    </div>
  );
}

function Shares({ part }: { part: OutcomePart }) {
  const t = useT();
  const locale = useLocale();
  return (
    <ul className="flex flex-col gap-2">
      {shownParts(part).map(({ payee, amount, basisPoints }) => (
        <li key={payee} className="grid grid-cols-[auto_1fr_auto_4.5rem] items-baseline gap-x-3">
          <span aria-hidden className={`size-3.5 rounded-full ${marks[payee]}`} />
          <span>{t(`outcome.payee.${payee}`)}</span>
          <Money value={amount} />
          <span className="numeric text-end text-ink-faint">{formatBasisPoints(basisPoints, locale)}</span>
        </li>
      ))}
    </ul>
  );
}

/** From what was paid to what is settled: only what makes a difference. */
function Rest({ part }: { part: OutcomePart }) {
  const t = useT();
  const rows = (['paid', 'subsidies', 'refunded', 'held', 'open'] as const).filter(
    (name) =>
      part[name].amount !== '0' && (name !== 'paid' || part.refunded.amount !== '0' || part.held.amount !== '0'),
  );
  if (rows.length === 0) return null;
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1 border-t border-line pt-3 text-sm text-ink-soft">
      {rows.map((name) => (
        <div key={name} className="flex gap-2">
          <dt>{t(`outcome.${name}`)}</dt>
          <dd>
            <Money value={part[name]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function How({ part, settledUntil }: { part: OutcomePart; settledUntil: string }) {
  const t = useT();
  const locale = useLocale();
  const { refunded, rebates } = part.later;
  return (
    <div className="flex flex-col gap-1 text-sm text-ink-faint">
      {refunded.amount !== '0' && (
        <p className="text-ink-soft">
          {t('outcome.laterRefunded', { amount: formatMoney(refunded) })}{' '}
          {rebates.amount !== '0' && t('outcome.laterRebates', { amount: formatMoney(rebates) })}
        </p>
      )}
      {part.expectedOn && <p>{t('outcome.rest', { date: formatDate(part.expectedOn, locale) })}</p>}
      <p>{t('outcome.basis', { date: formatDate(settledUntil, locale) })}</p>
      <details>
        <summary className="touch cursor-pointer underline-offset-4 hover:underline">{t('outcome.how')}</summary>
        <p>{t('outcome.howText')}</p>
        <p className="break-words">{t('outcome.rules', { rules: part.rules.join(', ') })}</p>
      </details>
    </div>
  );
}

function Settled({ part, settledUntil }: { part: OutcomePart; settledUntil: string }) {
  return (
    <div className="grid items-center gap-6 sm:grid-cols-[14rem_1fr]">
      <GrainsPicture looks={grainsOf(shownParts(part)).map((payee) => fills[payee])} />
      <div className="flex flex-col gap-4">
        <Households part={part} />
        <Shares part={part} />
        <Rest part={part} />
        <How part={part} settledUntil={settledUntil} />
      </div>
    </div>
  );
}

function Waiting({ part }: { part: OutcomePart }) {
  const t = useT();
  const locale = useLocale();
  const state = part.state as 'onTheWay' | 'afterSale' | 'settling' | 'partly';
  const date = part.expectedOn ? formatDate(part.expectedOn, locale) : '';
  return (
    <div className="grid items-center gap-5 sm:grid-cols-[7rem_1fr]">
      <div className="max-w-28 max-sm:hidden">
        <GrainsPicture looks={SOWN} />
      </div>
      <p className="text-ink-soft">{t(`outcome.wait.${state}`, { date })}</p>
    </div>
  );
}

/** What this order did, from the ledger once it is settled; before that, when it will be. Nothing of what is not paid for. */
export function OrderOutcome({
  order,
  token,
}: {
  order: Pick<Order, 'id' | 'state' | 'supplierOrders'>;
  token: string | undefined;
}) {
  const t = useT();
  const isGoing = order.state === 'paid' || order.state === 'onTerms';
  const { data } = useApi(
    'GET /orders/{id}/outcome',
    { params: { id: order.id }, headers: orderHeaders(token) },
    { enabled: isGoing, staleTime: 0 },
  );
  const parts = toldParts(data?.parts ?? []);
  if (!isGoing || parts.length === 0) return null;
  return (
    <Card title={t('outcome.title')}>
      <ul className="flex flex-col gap-6 divide-y divide-line *:not-first:pt-6">
        {parts.map((part) => (
          <li key={part.supplierOrderId} className="flex flex-col gap-4">
            {order.supplierOrders.length > 1 && (
              <h3 className="font-medium text-ink-soft">
                {t('outcome.of', {
                  supplier: order.supplierOrders.find(({ id }) => id === part.supplierOrderId)?.supplier.name ?? '',
                })}
              </h3>
            )}
            {part.settledUntil === null ? (
              <Waiting part={part} />
            ) : (
              <Settled part={part} settledUntil={part.settledUntil} />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
