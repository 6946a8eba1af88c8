import { Badge, classes, Money, type Output } from '@xihuo/ui';
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
