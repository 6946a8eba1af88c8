import {
  Card,
  EmptyState,
  Facts,
  formatDate,
  LinkButton,
  Table,
  TextLink,
  useApi,
  useLocale,
  type Output,
} from '@xihuo/ui';
import { useParams } from 'react-router';
import { Origin } from '../catalogue/origin';
import { useName } from '../catalogue/use-name';
import { PageFailed } from '../frame/page-failed';
import { PageTitle } from '../frame/page-title';
import { useT } from '../words';
import { PagedGoods } from './paged-goods';
import { Grey } from './reading';

type Brand = Output<'GET /brands/{slug}'>;

function Holders({ brand }: { brand: Brand }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  if (brand.holders.length === 0) return <p className="text-ink-soft">{t('brand.noHolders')}</p>;
  return (
    <Table
      caption={t('brand.holders')}
      rows={brand.holders}
      rowKey={(row) => `${row.supplier.id} ${row.product?.id ?? ''} ${row.validFrom}`}
      columns={[
        {
          id: 'supplier',
          header: t('brand.holder'),
          rowHeader: true,
          cell: ({ supplier }) => (
            <>
              <TextLink lang="zh-CN" className="sm:-my-2.5 sm:py-2.5" to={`/suppliers/${supplier.id}`}>
                {supplier.name}
              </TextLink>
              <span lang="zh-CN" className="block text-sm font-normal text-ink-faint">
                {supplier.countyName}
              </span>
            </>
          ),
        },
        {
          id: 'product',
          header: t('brand.scope'),
          cell: ({ product }) => (product ? name(product.name) : t('brand.allProducts')),
        },
        { id: 'from', header: t('brand.from'), cell: ({ validFrom }) => formatDate(validFrom, locale) },
        { id: 'until', header: t('brand.until'), cell: ({ validUntil }) => formatDate(validUntil, locale) },
      ]}
    />
  );
}

function BrandView({ brand }: { brand: Brand }) {
  const t = useT();
  const name = useName();
  return (
    <div className="page flex flex-col gap-6">
      <div>
        <p className="-mb-5 pt-3">
          <TextLink to="/brands">← {t('nav.brands')}</TextLink>
        </p>
        <PageTitle lead={name(brand.story)}>{name(brand.name)}</PageTitle>
      </div>
      <Card>
        <Facts
          facts={[
            { term: t('venue.region'), detail: <Origin origin={brand.region} /> },
            { term: t('brand.owner'), detail: <span lang="zh-CN">{brand.ownerName}</span> },
            { term: t('brand.markNumber'), detail: brand.markNumber || t('brand.noMark') },
          ]}
        />
      </Card>
      <Card title={t('brand.holders')}>
        <p className="mb-3 text-sm text-ink-soft">{t('brand.holdersText')}</p>
        <Holders brand={brand} />
      </Card>
      <section aria-labelledby="goods">
        <h2 id="goods" className="mb-3 text-xl">
          {t('brand.products', { count: brand.total })}
        </h2>
        {brand.products.length === 0 ? (
          <EmptyState title={t('brand.noProducts')} />
        ) : (
          <PagedGoods
            route="GET /brands/{slug}/products"
            slug={brand.slug}
            first={brand.products}
            total={brand.total}
          />
        )}
      </section>
    </div>
  );
}

export function BrandPage() {
  const t = useT();
  const { slug = '' } = useParams();
  const brand = useApi('GET /brands/{slug}', { params: { slug } });
  if (brand.data) return <BrandView brand={brand.data} />;
  if (brand.isPending)
    return (
      <div className="page pt-8">
        <Grey />
      </div>
    );
  return (
    <PageFailed
      problem={brand.error}
      missing={t('brand.missing')}
      action={<LinkButton to="/brands">{t('nav.brands')}</LinkButton>}
      onRetry={() => void brand.refetch()}
    />
  );
}
