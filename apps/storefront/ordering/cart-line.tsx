import { Badge, Button, Money, NumberStepper } from '@xihuo/ui';
import { Link } from 'react-router';
import { useName } from '../catalogue/use-name';
import { productHref } from '../channel/via';
import { LookPicture } from '../pictures/look-picture';
import { useT } from '../words';
import { canBuy, change, isValid, MAX_QUANTITY, type CheckedItem } from './cart';
import { updateCart } from './cart-store';
import { takeOut } from './taken-out';

function PriceNote({ item }: { item: CheckedItem }) {
  const t = useT();
  if (item.state === 'priceChanged') {
    return (
      <p className="text-sm text-amber">
        {t('cart.priceWas')}{' '}
        <del>
          <Money value={item.seenPrice} />
        </del>{' '}
        {t('cart.priceNow')} <Money value={item.price} />
      </p>
    );
  }
  if (item.state === 'tooFew') {
    return <p className="text-sm text-amber">{t('cart.onlyLeft', { count: item.available ?? 0 })}</p>;
  }
  if (item.state === 'notServed') return <Badge tone="bad">{t('cart.notServed')}</Badge>;
  if (item.state === 'out') return <Badge>{t('stock.out')}</Badge>;
  if (item.state === 'notForSale') return <Badge tone="bad">{t('stock.notForSale')}</Badge>;
  return null;
}

/** A thing in the cart: chosen or not, how many, and what stands against buying it. */
export function CartLine({ item }: { item: CheckedItem }) {
  const t = useT();
  const name = useName();
  const can = canBuy(item);
  return (
    <li className="grid grid-cols-[auto_4rem_minmax(0,1fr)] items-start gap-x-3 py-4 max-sm:in-data-elder:grid-cols-[auto_minmax(0,1fr)]">
      <label className="flex min-h-target min-w-target cursor-pointer items-center justify-center">
        <input
          type="checkbox"
          aria-label={t('cart.select', { name: name(item.name) })}
          className="size-5 accent-green"
          checked={item.selected && can}
          disabled={!can}
          onChange={(event) => updateCart((cart) => change(cart, [item.skuId], { selected: event.target.checked }))}
        />
      </label>
      <LookPicture
        look={{ category: item.category, photo: item.photo ?? null }}
        name={item.name.zh}
        className="size-16 rounded-md max-sm:in-data-elder:hidden"
      />
      <div className="flex min-w-0 flex-col">
        <div className="flex items-start justify-between gap-3">
          <Link
            to={productHref(item.slug, item.via, item.supplier.id)}
            className="touch font-medium underline-offset-4 hover:underline"
          >
            <span>
              {name(item.name)} <span className="font-normal whitespace-nowrap text-ink-faint">{item.pack}</span>
            </span>
          </Link>
          <Button
            look="quiet"
            size="small"
            className="-me-3 shrink-0"
            aria-label={t('cart.removeItem', { name: name(item.name) })}
            onClick={() => takeOut([item])}
          >
            {t('cart.remove')}
          </Button>
        </div>
        <PriceNote item={item} />
        <div className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1">
          <Money value={item.price} accent={can} />
          {isValid(item) && (
            <NumberStepper
              size="small"
              label={t('cart.quantityOf', { name: name(item.name) })}
              value={item.quantity}
              max={Math.max(1, item.available ?? MAX_QUANTITY)}
              onChange={(quantity) => updateCart((cart) => change(cart, [item.skuId], { quantity }))}
            />
          )}
        </div>
      </div>
    </li>
  );
}
