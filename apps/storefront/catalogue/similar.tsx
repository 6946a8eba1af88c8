import { Skeleton, TextLink, useApi, type Output } from '@xihuo/ui';
import { useT } from '../words';
import { ProductGrid } from './product-card';
import { SHOWN, similarTo } from './similar-to';
import { Viewed } from './viewed';

type Product = Output<'GET /products/{slug}'>;

/** What else there is from there and of its kind, and what was looked at before. */
export function Similar({ product }: { product: Pick<Product, 'slug' | 'category' | 'origin'> }) {
  const t = useT();
  const { slug, category, origin } = product;
  const limit = SHOWN + 1;
  const county = useApi('GET /products', { query: { region: origin.code, sort: 'sales', limit } });
  const kind = useApi('GET /products', { query: { category, sort: 'sales', limit } });
  const pending = county.isPending || kind.isPending;
  const cards = similarTo(slug, county.data?.data ?? [], kind.data?.data ?? []);
  return (
    <div className="flex flex-col gap-8">
      {(pending || cards.length > 0) && (
        <section aria-labelledby="similar">
          <header className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
            <h2 id="similar" className="text-xl">
              {t('similar.title')}
            </h2>
            <TextLink to={`/products?region=${origin.code}`}>{t('similar.fromThere', { name: origin.name })}</TextLink>
          </header>
          {pending ? <Skeleton className="h-80" /> : <ProductGrid products={cards} />}
        </section>
      )}
      <Viewed but={slug} />
    </div>
  );
}
