import { Badge, Card, formatDate, Loading, Notice, Skeleton, TextLink, useApi, useLocale, useTitle } from '@xihuo/ui';
import { useEffect, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { PageFailed } from '../frame/page-failed';
import { keptDelivery } from '../ordering/delivery';
import { useT } from '../words';
import { BuyBar } from './buy-bar';
import { buyable, chosenOffer } from './chosen-offer';
import { Offers, type Offer, type Product } from './offer-picker';
import { DeliversTo } from './delivers-to';
import { Gallery } from './gallery';
import { FarmersShare, Questions, Reviews, Similar } from './later-parts';
import { PriceBlock, TierTable } from './price-block';
import { RatingLine, useRating } from './rating';
import { Sending, type Quote } from './sending';
import { ShareButton } from './share-button';
import { Certificates, SeasonCalendar, Specification } from './specification';
import { breadcrumb, photoPath, productData } from './structured';
import { useName } from './use-name';
import { noteViewed } from './viewed-store';

function Trace({ product }: { product: Product }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Card title={t('trace.title')}>
      <p className="text-ink-soft">{t('trace.text')}</p>
      {product.lots.length === 0 ? (
        <p className="mt-3 text-ink-faint">{t('trace.none')}</p>
      ) : (
        <ul className="mt-3 divide-y divide-line">
          {product.lots.map((lot) => (
            <li key={lot.code}>
              <Link to={`/lots/${lot.code}`} className="group grid gap-x-6 py-3 sm:grid-cols-[1fr_auto]">
                <span className="font-mono text-green underline-offset-4 group-hover:underline">{lot.code}</span>
                <span className="text-sm text-ink-faint">{formatDate(lot.producedOn, locale)}</span>
                <span className="text-sm text-ink-soft sm:col-span-2">
                  <span lang="zh-CN">{lot.supplierName}</span>
                  {lot.households !== null && ` · ${t('trace.households', { count: lot.households })}`}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function SupplierCard({ offer }: { offer: Offer }) {
  const t = useT();
  return (
    <Card title={t('supplier.title')}>
      <p lang="zh-CN" className="font-medium">
        {offer.supplier.name}
      </p>
      <p lang="zh-CN" className="text-ink-faint">
        {offer.supplier.countyName}
      </p>
      <TextLink to={`/suppliers/${offer.supplier.id}`}>{t('supplier.whyAdmitted')}</TextLink>
      {offer.recognition && (
        <p className="mt-2 border-t border-line pt-2">
          <Link to={`/recognitions/${offer.recognition.id}`} className="group block py-1">
            <Badge tone="good">{t('recognition.mark')}</Badge>
            <span className="ms-3 text-sm text-ink-soft underline-offset-4 group-hover:underline">
              {t('recognition.markBy', { issuer: offer.recognition.issuerName })}
            </span>
          </Link>
        </p>
      )}
    </Card>
  );
}

function ProductSkeleton() {
  return (
    <Loading>
      <div className="page grid gap-8 pt-6 md:grid-cols-2">
        <Skeleton className="aspect-square w-full" />
        <div className="flex flex-col gap-4">
          <Skeleton className="h-10 w-2/3" />
          <Skeleton className="h-20" />
          <Skeleton className="h-12 w-1/3" />
          <Skeleton className="h-24" />
        </div>
      </div>
    </Loading>
  );
}

/** What sending so many packs costs to the place this browser knows; unknown while it knows none. */
function useQuote(offer: Offer | undefined, quantity: number): { placed: boolean; quote: Quote | undefined } {
  const region = keptDelivery.use().regionCode;
  const skuId = offer?.skuId ?? '';
  const { data } = useApi(
    'GET /skus/{skuId}/delivery',
    { params: { skuId }, query: { region: region ?? '', quantity } },
    {
      enabled: offer !== undefined && region !== null,
      // Of fewer or more of the same the last answer stands for the moment; another seller's says nothing.
      placeholderData: (before, asked) =>
        (asked?.queryKey[1] as { skuId?: string } | undefined)?.skuId === skuId ? before : undefined,
    },
  );
  return { placed: region !== null, quote: region === null ? undefined : data };
}

/** What the page says of itself to tabs, search engines and those who share it: one page, however many ways and sellers lead to it. */
function useAbout(product: Product, description: string) {
  const t = useT();
  const name = useName()(product.name);
  const rating = useRating(product.slug);
  useTitle(name, t('site.name'), {
    ...{ path: `/p/${product.slug}`, description, image: photoPath(product), kind: 'product' },
    data: (origin) => [
      productData({ product, rating }, { name, description }, origin),
      breadcrumb(
        [
          { name: t('site.name'), path: '/' },
          { name: t(`category.${product.category}`), path: `/products?category=${product.category}` },
          { name, path: `/p/${product.slug}` },
        ],
        origin,
      ),
    ],
  });
  return rating;
}

interface ChoiceProps {
  product: Product;
  chosen: Offer | undefined;
  onChoose: (offer: Offer) => void;
}

/** What it is, what it costs and who sells it, what sending costs, and the ways to buy. */
function Choice({ product, chosen, onChoose }: ChoiceProps) {
  const t = useT();
  const name = useName();
  const [quantity, setQuantity] = useState(1);
  const { quote, placed } = useQuote(chosen, quantity);
  const words = chosen?.words;
  const tagline = words ? name(words.tagline) : '';
  const description = name(words ? words.description : product.description);
  const rating = useAbout(product, description);
  return (
    <div className="flex flex-col gap-5">
      <div>
        <div className="flex items-start justify-between gap-3">
          <h1 className="text-2xl">{name(product.name)}</h1>
          <ShareButton title={name(product.name)} path={`/p/${product.slug}`} />
        </div>
        {tagline && <p className="mt-1 font-medium text-green">{tagline}</p>}
        <p className="mt-2 whitespace-pre-line text-ink-soft">{description}</p>
      </div>
      <div className="flex flex-col">
        <PriceBlock product={product} offer={chosen} />
        <RatingLine rating={rating} />
      </div>
      {!product.offers.some(buyable) && (
        <Notice tone="attention" title={t('product.noneForSale')}>
          <TextLink to={`/products?category=${product.category}`}>{t('product.seeSimilar')}</TextLink>
        </Notice>
      )}
      <Offers offers={product.offers} chosen={chosen} onChoose={onChoose} />
      {chosen && <TierTable offer={chosen} />}
      <Sending product={product} offer={chosen} quote={quote} placed={placed} />
      {chosen && <DeliversTo key={chosen.supplier.id} supplierId={chosen.supplier.id} />}
      {product.notice && (
        <Notice tone="attention" title={t('product.readFirst')}>
          {name(product.notice)}
        </Notice>
      )}
      <BuyBar product={product} offer={chosen} quantity={quantity} onQuantity={setQuantity} quote={quote} />
    </div>
  );
}

/** @param supplier of whose offer the place spoke that led here */
function ProductView({ product, supplier }: { product: Product; supplier: string | null }) {
  const [picked, setPicked] = useState<string>();
  const chosen = chosenOffer(product.offers, { picked, supplier });
  useEffect(() => noteViewed(product), [product]);
  const isForSale = product.offers.some(buyable);
  const ofSeller = product.lots.filter((lot) => lot.supplierName === chosen?.supplier.name);
  const similar = (
    <div className="mt-8">
      <Similar product={product} room="min-h-80" />
    </div>
  );
  return (
    <div className="page pt-5">
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 md:grid-cols-2 lg:gap-12">
        <Gallery key={chosen?.skuId} product={product} offer={chosen} />
        <Choice product={product} chosen={chosen} onChoose={(offer) => setPicked(offer.skuId)} />
      </div>
      {/* Where it cannot be bought, what can comes first. */}
      {!isForSale && similar}
      <div className="mt-8 grid grid-cols-[minmax(0,1fr)] items-start gap-5 md:grid-cols-2">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
          <Specification product={product} offer={chosen} />
          <SeasonCalendar months={chosen ? chosen.words.harvestMonths : product.harvestMonths} />
          {chosen && <SupplierCard offer={chosen} />}
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
          {chosen && <Certificates offer={chosen} />}
          <Trace product={product} />
          <FarmersShare lots={ofSeller.length > 0 ? ofSeller : product.lots} room="min-h-96" />
          <Reviews id="reviews" slug={product.slug} room="min-h-60" />
          <Questions id="questions" slug={product.slug} room="min-h-60" />
        </div>
      </div>
      {isForSale && similar}
    </div>
  );
}

export function ProductPage() {
  const t = useT();
  const { slug = '' } = useParams();
  const supplier = useSearchParams()[0].get('supplier');
  const product = useApi('GET /products/{slug}', { params: { slug } });
  if (product.isPending) return <ProductSkeleton />;
  if (product.isError) {
    const retry = () => void product.refetch();
    return <PageFailed problem={product.error} missing={t('product.missing')} onRetry={retry} />;
  }
  // Another product, or another seller's, is another choice of offer and quantity: nothing is carried over.
  return <ProductView key={`${product.data.slug} ${supplier}`} product={product.data} supplier={supplier} />;
}
