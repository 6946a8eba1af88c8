import { Money } from '@xihuo/ui';
import { useBusinessMode } from '../frame/business-mode';
import { useT } from '../words';
import type { ProductCardView } from './product-card';
import { tierOfLeast } from './tier-of-least';

/** On a card, for who buys for an organisation: what a pack costs them, how many it takes, and how soon it is sent. */
export function ForBusiness({ wholesale }: Pick<ProductCardView, 'wholesale'>) {
  const t = useT();
  const { on } = useBusinessMode();
  if (!on) return null;
  const { minimumOrderPacks, shipWithinHours } = wholesale;
  const tier = tierOfLeast(wholesale);
  return (
    <span className="flex flex-wrap gap-x-2 rounded-sm bg-sunken px-2 py-1 text-xs text-ink-soft">
      {tier ? (
        <span className="basis-full">
          {t('forBusiness.price')} <Money value={tier.price} />
          {tier.minimumPacks > minimumOrderPacks && t('forBusiness.from', { count: tier.minimumPacks })}
        </span>
      ) : (
        <span className="basis-full">{t('forBusiness.same')}</span>
      )}
      <span className="whitespace-nowrap">{t('forBusiness.minimum', { count: minimumOrderPacks })}</span>
      <span className="whitespace-nowrap">{t('forBusiness.within', { hours: shipWithinHours })}</span>
    </span>
  );
}
