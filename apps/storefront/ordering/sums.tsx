import { formatMoney, formatNumber, Money, useLocale } from '@xihuo/ui';
import { useName } from '../catalogue/use-name';
import { useT } from '../words';
import type { ServerCart } from './cart';

const isNothing = ({ amount }: { amount: string }) => amount === '0';

/** Under a supplier's goods: what is taken off, what sending costs and what it would take to have it sent free. */
export function GroupSums({ group, region }: { group: ServerCart['groups'][number]; region: ServerCart['region'] }) {
  const t = useT();
  const locale = useLocale();
  const travels = group.parcels.map(({ storage, grams }) =>
    t(`sums.parcel.${storage}`, { weight: formatNumber(Number(grams) / 1000, locale) }),
  );
  return (
    <div className="flex flex-wrap justify-end gap-x-4 text-sm text-ink-soft">
      {!isNothing(group.discount) && <span>{t('sums.saved', { amount: formatMoney(group.discount) })}</span>}
      {region && !isNothing(group.goods) && (
        <span>
          {isNothing(group.freight) ? t('sums.free') : t('sums.withFreight', { amount: formatMoney(group.freight) })}
          {travels.length > 0 && <span className="text-ink-faint"> ({travels.join(' + ')})</span>}
        </span>
      )}
      {group.toFreeFreight && (
        <span className="text-green">{t('sums.toFree', { amount: formatMoney(group.toFreeFreight) })}</span>
      )}
    </div>
  );
}

/** Why the sum is what it is: goods, each discount by name, freight. */
export function OrderSums({ view }: { view: ServerCart }) {
  const t = useT();
  const name = useName();
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
      <dt>{t('sums.goods')}</dt>
      <dd className="text-end">
        <Money value={view.goods} />
      </dd>
      {view.promotions.map((promotion) => (
        <div key={promotion.id} className="contents">
          <dt className="text-ink-soft">
            {t(`promotion.${promotion.kind}`)} · {name(promotion.name)}
          </dt>
          <dd className="text-end text-green">
            −<Money value={promotion.amount} />
          </dd>
        </div>
      ))}
      <dt>
        {t('sums.freight')}
        {view.region && (
          <span lang="zh-CN" className="block text-sm text-ink-faint">
            {t('sums.to', { place: view.region.name })}
          </span>
        )}
      </dt>
      <dd className="text-end">
        {!view.region ? (
          <span className="text-sm text-ink-faint">{t('sums.noPlace')}</span>
        ) : isNothing(view.freight) ? (
          t('sums.free')
        ) : (
          <Money value={view.freight} />
        )}
      </dd>
    </dl>
  );
}
