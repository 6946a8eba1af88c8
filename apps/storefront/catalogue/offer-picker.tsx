import { Badge, Button, classes, Money, NumberStepper, toast, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { viaOf } from '../channel/via';
import { CartIcon } from '../frame/header';
import { add, itemOf, MAX_QUANTITY, only } from '../ordering/cart';
import { updateCart } from '../ordering/cart-store';
import { useT } from '../words';
import { buyable } from './chosen-offer';

export type Product = Output<'GET /products/{slug}'>;
export type Offer = Product['offers'][number];

function StockBadge({ offer }: { offer: Offer }) {
  const t = useT();
  if (!offer.forSale) return <Badge tone="bad">{t('stock.notForSale')}</Badge>;
  if (offer.stock === 'out') return <Badge>{t('stock.out')}</Badge>;
  if (offer.stock === 'low') return <Badge tone="attention">{t('stock.low')}</Badge>;
  return <Badge tone="good">{t('stock.in')}</Badge>;
}

/** Who sells and who paid stands on every offer, not only on the chosen one (电子商务法 art. 37, 40). */
function OfferLabels({ labels: { ownAccount, advertised } }: Pick<Offer, 'labels'>) {
  const t = useT();
  if (!ownAccount && !advertised) return null;
  return (
    <span className="mt-1 flex flex-wrap gap-2">
      {ownAccount && <Badge tone="info">{t('label.ownAccount')}</Badge>}
      {advertised && <Badge tone="attention">{t('label.advertised')}</Badge>}
    </span>
  );
}

interface OffersProps {
  offers: readonly Offer[];
  chosen: Offer | undefined;
  onChoose: (offer: Offer) => void;
}

/** Who sells it, at what price: one choice, also where there is only one, since the supplier's name is the point. */
export function Offers({ offers, chosen, onChoose }: OffersProps) {
  const t = useT();
  return (
    <fieldset>
      <legend className="mb-2 font-semibold">{t('product.chooseSupplier')}</legend>
      <div className="flex flex-col gap-2">
        {offers.map((offer) => (
          <label
            key={offer.skuId}
            className={classes(
              'flex min-h-target cursor-pointer items-center gap-3 rounded-md border bg-surface px-4 py-2.5',
              offer === chosen ? 'border-green ring-1 ring-green' : 'border-line-strong',
              !buyable(offer) && 'cursor-not-allowed bg-sunken',
            )}
          >
            <input
              type="radio"
              name="offer"
              className="size-5 accent-green"
              checked={offer === chosen}
              disabled={!buyable(offer)}
              onChange={() => onChoose(offer)}
            />
            <span className="min-w-0 flex-1">
              <span lang="zh-CN" className="block font-medium">
                {offer.supplier.name}
              </span>
              <span className="text-sm text-ink-faint">
                <span lang="zh-CN">{offer.supplier.countyName}</span> · {offer.pack}
              </span>
              <OfferLabels labels={offer.labels} />
            </span>
            <span className="flex flex-col items-end gap-1">
              <Money value={offer.price} />
              <StockBadge offer={offer} />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Quantity and the two ways to buy: in the page on wide screens, in a bar at the thumb on phones. */
export function BuyBar({ product, offer }: { product: Product; offer: Offer | undefined }) {
  const t = useT();
  const navigate = useNavigate();
  const [quantity, setQuantity] = useState(1);
  const via = viaOf(useSearchParams()[0]);
  const can = offer !== undefined && buyable(offer);
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
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span>{t('cart.quantity')}</span>
        <NumberStepper label={t('cart.quantity')} value={quantity} max={MAX_QUANTITY} onChange={setQuantity} />
      </div>
      <div className="z-40 flex gap-3 max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:border-t max-md:border-line max-md:bg-surface max-md:px-4 max-md:pt-2.5 max-md:pb-[max(0.625rem,env(safe-area-inset-bottom))]">
        <Link to="/cart" className="flex min-h-target min-w-target items-center justify-center rounded-md md:hidden">
          <span className="sr-only">{t('nav.cart')}</span>
          <CartIcon />
        </Link>
        <Button look="secondary" unavailable={!can} onClick={put} className="flex-1 md:flex-none">
          {t('cart.add')}
        </Button>
        <Button look="accent" unavailable={!can} onClick={buy} className="flex-1 md:flex-none">
          {can ? t('cart.buyNow') : t('stock.cannotBuy')}
        </Button>
      </div>
    </>
  );
}
