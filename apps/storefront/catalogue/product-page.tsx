import {
  Badge,
  Card,
  Facts,
  formatDate,
  Loading,
  Money,
  Notice,
  Skeleton,
  TextLink,
  useApi,
  useLocale,
  useTitle,
  type Fact,
} from '@xihuo/ui';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { PageFailed } from '../frame/page-failed';
import { Tile } from '../pictures/tile';
import { useT } from '../words';
import { buyable, BuyBar, Offers, type Offer, type Product } from './offer-picker';
import { useName } from './use-name';

/** 9月、10月 or Sep, Oct. */
function monthNames(months: readonly number[], locale: string): string {
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const names = months.map((number) => month.format(Date.UTC(2000, number - 1, 15)));
  return names.join(locale === 'en' ? ', ' : '、');
}

/** The three registers that protect a place's name; a fourth of tomorrow is shown as it is written. */
const giKinds = ['地理标志保护产品', '地理标志商标', '农产品地理标志'] as const;
const isKnownKind = (kind: string): kind is (typeof giKinds)[number] => giKinds.some((known) => known === kind);

function Specification({ product }: { product: Product }) {
  const t = useT();
  const locale = useLocale();
  const kindName = (kind: string) => (isKnownKind(kind) ? t(`gi.${kind}`) : kind);
  const facts: (Fact | false)[] = [
    { term: t('spec.category'), detail: t(`category.${product.category}`) },
    {
      term: t('spec.origin'),
      detail: (
        <TextLink lang="zh-CN" to={`/products?region=${product.origin.code}`}>
          {`${product.origin.provinceName} ${product.origin.name}`}
        </TextLink>
      ),
    },
    product.harvestMonths.length > 0 && {
      term: t('spec.harvest'),
      detail: product.harvestMonths.length === 12 ? t('spec.allYear') : monthNames(product.harvestMonths, locale),
    },
    product.shelfLifeDays !== null && {
      term: t('spec.shelfLife'),
      detail: t('spec.days', { count: product.shelfLifeDays }),
    },
    { term: t('spec.storage'), detail: t(`storage.${product.storage}`) },
    product.geographicalIndication !== null && {
      term: t('product.gi'),
      detail: (
        <>
          {product.geographicalIndication.kinds.map(kindName).join(locale === 'en' ? ', ' : '、')}{' '}
          <a
            className="touch text-green underline underline-offset-4"
            href={product.geographicalIndication.source}
            rel="noreferrer noopener"
            target="_blank"
          >
            {t('spec.source')}
          </a>
        </>
      ),
    },
  ];
  return (
    <Card title={t('spec.title')}>
      <Facts facts={facts.filter((fact) => fact !== false)} />
    </Card>
  );
}

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

function ProductView({ product }: { product: Product }) {
  const t = useT();
  const name = useName();
  const [picked, setPicked] = useState<string>();
  useTitle(name(product.name), t('site.name'));
  const chosen =
    product.offers.find((offer) => offer.skuId === picked) ?? product.offers.find(buyable) ?? product.offers[0];
  return (
    <div className="page pt-5">
      <div className="grid items-start gap-6 md:grid-cols-2 lg:gap-12">
        <Tile category={product.category} name={product.name.zh} className="rounded-lg max-md:aspect-[4/3]" />
        <div className="flex flex-col gap-5">
          <div>
            <h1 className="text-2xl">{name(product.name)}</h1>
            <p className="mt-2 text-ink-soft">{name(product.description)}</p>
          </div>
          <p className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
            {chosen && <Money value={chosen.price} size="large" accent />}
            {chosen && <span className="text-ink-faint">{chosen.pack}</span>}
            {product.soldCount > 0 && (
              <span className="text-sm text-ink-faint">{t('product.sold', { count: product.soldCount })}</span>
            )}
            {product.geographicalIndication && <Badge tone="good">{t('product.gi')}</Badge>}
          </p>
          {!product.offers.some(buyable) && (
            <Notice tone="attention" title={t('product.noneForSale')}>
              <TextLink to={`/products?category=${product.category}`}>{t('product.seeSimilar')}</TextLink>
            </Notice>
          )}
          <Offers offers={product.offers} chosen={chosen} onChoose={(offer) => setPicked(offer.skuId)} />
          <BuyBar product={product} offer={chosen} />
          <p className="text-sm text-ink-faint">{t(product.perishable ? 'afterSale.fresh' : 'afterSale.sevenDays')}</p>
        </div>
      </div>
      <div className="mt-8 grid items-start gap-5 md:grid-cols-2">
        <div className="grid gap-5">
          <Specification product={product} />
          {chosen && <SupplierCard offer={chosen} />}
        </div>
        <Trace product={product} />
      </div>
    </div>
  );
}

export function ProductPage() {
  const t = useT();
  const { slug = '' } = useParams();
  const product = useApi('GET /products/{slug}', { params: { slug } });
  if (product.isPending) return <ProductSkeleton />;
  if (product.isError) {
    const retry = () => void product.refetch();
    return <PageFailed problem={product.error} missing={t('product.missing')} onRetry={retry} />;
  }
  // Another product is another choice of offer and quantity: nothing is carried over.
  return <ProductView key={product.data.slug} product={product.data} />;
}
