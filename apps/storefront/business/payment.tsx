import { Badge, Card, formatDate, LinkButton, Money, useLocale } from '@xihuo/ui';
import { useT } from '../words';
import type { Purchase } from './organisation';

/** What is owed until when, and the code that lets a transfer find its order. */
export function Payment({ purchase }: { purchase: Purchase }) {
  const t = useT();
  const locale = useLocale();
  const { receivables, creditNotes, order, terms } = purchase;
  /** Paid first, and not yet: nothing is sent before. */
  const isWaiting = terms.payment === 'payFirst' && order?.state === 'awaitingPayment';
  const supplierOf = (id: string) => order?.supplierOrders.find((part) => part.id === id)?.supplier.name ?? '';
  return (
    <Card title={t('business.pay')}>
      {(terms.payment === 'onTerms' || isWaiting) && (
        <div className="mb-4 rounded-md bg-sunken px-4 py-3">
          <p className="text-sm text-ink-faint">{t('business.payCode')}</p>
          <p className="numeric text-xl font-semibold tracking-wider">{purchase.payCode}</p>
          <p className="text-sm text-ink-soft">{t(isWaiting ? 'business.payCodeFirst' : 'business.payCodeHint')}</p>
        </div>
      )}
      {isWaiting && purchase.can.pay && (
        <LinkButton look="secondary" to={`/pay/${order!.id}`} className="mb-4">
          {t('business.payOnline')}
        </LinkButton>
      )}
      {terms.payment === 'onTerms' && receivables.length === 0 && (
        <p className="text-ink-soft">{t('business.notYet')}</p>
      )}
      <ul className="flex flex-col gap-4">
        {receivables.map((owed) => (
          <li key={owed.supplierOrderId}>
            <p className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span lang="zh-CN" className="font-medium">
                {supplierOf(owed.supplierOrderId)}
              </span>
              {terms.payment === 'onTerms' && (
                <span className="text-sm text-ink-soft">
                  {t('business.dueOn')} {formatDate(owed.dueOn, locale)}{' '}
                  {owed.daysLate > 0 && <Badge tone="bad">{t('business.late', { count: owed.daysLate })}</Badge>}
                </span>
              )}
            </p>
            <p className="flex flex-wrap gap-x-5 text-sm text-ink-soft">
              <span>
                {t('business.amount')} <Money value={owed.amount} />
              </span>
              {owed.credited.amount !== '0' && (
                <span>
                  {t('business.credited')} <Money value={owed.credited} />
                </span>
              )}
              <span>
                {t('business.paid')} <Money value={owed.paid} />
              </span>
              <span>
                {t('business.open')} <Money value={owed.open} />
              </span>
            </p>
          </li>
        ))}
      </ul>
      {creditNotes.map((note) => (
        <p key={note.id} className="mt-3 flex flex-wrap justify-between gap-x-4 text-sm">
          <span className="numeric">{t('business.creditNote', { number: note.number })}</span>
          <Money value={note.amount} />
        </p>
      ))}
    </Card>
  );
}
