import { Badge, Money, Skeleton, type Output } from '@xihuo/ui';
import { Link } from 'react-router';
import { productHref, type Via } from '../channel/via';
import { StillItem } from '../frame/still-item';
import { Photograph } from '../pictures/photograph';
import { Tile } from '../pictures/tile';
import { useT } from '../words';
import { AddButton } from './add-button';
import { badgesOf } from './badges';
import { ForBusiness } from './for-business';
import { Origin } from './origin';
import { useName } from './use-name';

export type ProductCardView = Output<'GET /products'>['data'][number];

/** One link as a whole: picture, name, price, where it is from; beside it the button that puts it into the cart. */
export function ProductCard({ product, via }: { product: ProductCardView; via?: Via | undefined }) {
  const t = useT();
  const name = useName();
  return (
    <article className="relative h-full">
      <Link
        to={productHref(product.slug, via, product.supplierId)}
        className="group flex h-full flex-col overflow-hidden rounded-lg border border-line bg-surface transition-shadow hover:shadow-raised"
      >
        <CardPicture product={product} />
        <span className="flex flex-1 flex-col gap-1 p-3 sm:p-4">
          {/* On phones English names take two lines more often than not: the prices beside them stay level. */}
          <span className="line-clamp-2 leading-snug font-medium group-hover:text-green max-sm:[&:lang(en)]:min-h-[2lh]">
            {name(product.name)}
          </span>
          <span className="flex flex-wrap items-baseline gap-x-2">
            <Money value={product.priceFrom} size="price" accent />
            <span className="text-sm whitespace-nowrap text-ink-faint">{product.pack}</span>
            {product.unitPrice && (
              <span className="flex basis-full flex-wrap gap-x-2 text-xs text-ink-faint">
                <span className="whitespace-nowrap">
                  <Money value={product.unitPrice} />
                  {t('product.per500g')}
                </span>
                {product.kilogramPrice && (
                  <span className="whitespace-nowrap">
                    <Money value={product.kilogramPrice} />
                    {t('product.perKilogram')}
                  </span>
                )}
              </span>
            )}
          </span>
          <ForBusiness wholesale={product.wholesale} />
          <span className="text-sm text-ink-soft">
            <Origin origin={product.origin} />
          </span>
          <span className="mt-auto flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1 pe-10 pt-1 text-xs text-ink-faint">
            {badgesOf(product).map(({ word, tone }) => (
              <Badge key={word} tone={tone}>
                {t(word)}
              </Badge>
            ))}
            {product.soldCount > 0 && <span>{t('product.sold', { count: product.soldCount })}</span>}
            {product.supplierCount > 1 && <span>{t('product.suppliers', { count: product.supplierCount })}</span>}
          </span>
        </span>
      </Link>
      {product.stock !== 'out' && <AddButton card={product} via={via} />}
    </article>
  );
}

/** The seller's own photograph, said to be theirs, or a drawing, which nobody takes for one. */
function CardPicture({ product }: { product: ProductCardView }) {
  const t = useT();
  if (!product.photo) return <Tile category={product.category} name={product.name.zh} />;
  return (
    <span className="relative block bg-sunken">
      <Photograph photo={product.photo} alt="" sizes={SIZES} />
      <span className="absolute end-2 bottom-2 rounded-sm bg-surface/90 px-1.5 text-xs text-ink-soft">
        {t('picture.ofSupplier')}
      </span>
    </span>
  );
}

/** Two cards to a line on phones, three and four on wider screens, of a page that grows no wider than 80rem. */
const SIZES = '(min-width: 80rem) 18rem, (min-width: 64rem) 24vw, (min-width: 40rem) 32vw, 48vw';

const grid = 'grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-4 lg:grid-cols-4';

/** More than a phone shows at first, and two lines of the widest screen. */
const FIRST_VIEW = 8;

/** `via`: the venue or campaign on whose page they stand. */
export function ProductGrid({ products, via }: { products: readonly ProductCardView[]; via?: Via | undefined }) {
  return (
    <ul className={grid}>
      {products.map((product, index) => {
        const Item = index < FIRST_VIEW ? 'li' : StillItem;
        return (
          <Item key={product.slug}>
            <ProductCard product={product} via={via} />
          </Item>
        );
      })}
    </ul>
  );
}

export function ProductGridSkeleton({ count = 8 }: { count?: number }) {
  return (
    <div className={grid}>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="overflow-hidden rounded-lg border border-line bg-surface">
          <Skeleton className="aspect-square w-full rounded-none" />
          <div className="flex flex-col gap-2 p-4">
            <Skeleton className="h-5" />
            <Skeleton className="h-7 w-1/2" />
            <Skeleton className="h-5 w-2/3" />
            <Skeleton className="h-4 w-1/3" />
          </div>
        </div>
      ))}
    </div>
  );
}
