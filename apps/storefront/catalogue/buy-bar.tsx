import { Button, classes, NumberStepper, toast } from '@xihuo/ui';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { viaOf } from '../channel/via';
import { CartIcon } from '../frame/header';
import { Icon, type IconName } from '../frame/icons';
import { goTo } from '../frame/later';
import { add, itemOf, MAX_QUANTITY, only } from '../ordering/cart';
import { updateCart } from '../ordering/cart-store';
import { useT } from '../words';
import { buyable } from './chosen-offer';
import { FavouriteButton } from './favourite-button';
import type { Offer, Product } from './offer-picker';
import type { Quote } from './sending';

/** No more than this many are left where stock is low; how many exactly, only who asks for more is told. */
const LOW = 19;

interface BuyBarProps {
  product: Product;
  offer: Offer | undefined;
  quantity: number;
  onQuantity: (quantity: number) => void;
  quote: Quote | undefined;
}

/** Quantity and the two ways to buy: in the page on wide screens, in a bar at the thumb on phones. */
export function BuyBar({ product, offer, quantity, onQuantity, quote }: BuyBarProps) {
  const t = useT();
  const navigate = useNavigate();
  const via = viaOf(useSearchParams()[0]);
  const available = quote?.available ?? null;
  const left = available !== null && available < quantity ? available : null;
  const sent = quote?.served !== false;
  const can = offer !== undefined && buyable(offer) && sent && left === null;
  const most = left ?? (offer?.stock === 'low' ? LOW : MAX_QUANTITY);
  const put = () => {
    if (!can) return;
    updateCart((cart) => add(cart, itemOf(product, offer, quantity, via)));
    toast(t('cart.added'));
  };
  const buy = () => {
    if (!can) return;
    updateCart((cart) => only(cart, itemOf(product, offer, quantity, via)));
    void navigate('/checkout');
  };
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span>{t('cart.quantity')}</span>
        <NumberStepper label={t('cart.quantity')} value={quantity} max={Math.max(most, 1)} onChange={onQuantity} />
        <span role="status" className="text-sm text-amber">
          {left !== null && (left > 0 ? t('stock.onlyLeft', { count: left }) : t('stock.out'))}
        </span>
      </div>
      <div className="z-40 flex items-center gap-2 max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:border-t max-md:border-line max-md:bg-surface max-md:px-3 max-md:pt-2 max-md:pb-[max(0.5rem,env(safe-area-inset-bottom))]">
        <span className="flex md:order-last">
          {offer && (
            <Link to={`/suppliers/${offer.supplier.id}`} className={classes(small, 'max-md:in-data-elder:hidden')}>
              <Small icon="shop" word={t('buy.shop')} />
            </Link>
          )}
          {/* Whoever sells it answers below, where everybody can read it. */}
          <button type="button" className={small} onClick={() => goTo('questions')}>
            <Small icon="ask" word={t('buy.ask')} />
          </button>
          <FavouriteButton slug={product.slug} className={classes(small, 'max-md:in-data-elder:hidden')} />
          <Link to="/cart" className={classes(small, 'md:hidden')}>
            <CartIcon />
            <span className="text-[0.7rem] leading-tight">{t('nav.cart')}</span>
          </Link>
        </span>
        <Button
          look="secondary"
          unavailable={!can}
          onClick={put}
          className="min-w-0 flex-1 max-md:px-1 max-md:text-sm md:flex-none"
        >
          {t('cart.add')}
        </Button>
        <Button
          look="accent"
          unavailable={!can}
          onClick={buy}
          className="min-w-0 flex-1 max-md:px-1 max-md:text-sm md:flex-none"
        >
          {offer && buyable(offer) ? t('cart.buyNow') : t('stock.cannotBuy')}
        </Button>
      </div>
    </>
  );
}

const small =
  'flex min-h-target min-w-target flex-col items-center justify-center rounded-md px-1 text-ink-soft hover:bg-sunken';

function Small({ icon, word }: { icon: IconName; word: string }) {
  return (
    <>
      <Icon name={icon} />
      <span className="text-[0.7rem] leading-tight">{word}</span>
    </>
  );
}
