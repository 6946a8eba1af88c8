import { Button, usePages, type Output } from '@xihuo/ui';
import { ProductGrid } from '../catalogue/product-card';
import { useT } from '../words';
import type { Via } from './via';

type Cards = Output<'GET /campaigns/{slug}'>['products'];

interface Goods {
  route: 'GET /brands/{slug}/products' | 'GET /campaigns/{slug}/products';
  slug: string;
  first: Cards;
  total: number;
  via?: Via | undefined;
}

/** All goods of a brand or a campaign: the first come with its page, the others when they are asked for. */
export function PagedGoods(goods: Goods) {
  return goods.total > goods.first.length ? (
    <Paged {...goods} />
  ) : (
    <ProductGrid products={goods.first} via={goods.via} />
  );
}

function Paged({ route, slug, first, via }: Goods) {
  const t = useT();
  const pages = usePages(route, { params: { slug }, query: { limit: first.length } });
  return (
    <>
      <ProductGrid products={pages.rows ?? first} via={via} />
      {pages.hasNextPage && (
        <p className="mt-4 text-center">
          <Button look="secondary" pending={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('channel.moreGoods')}
          </Button>
        </p>
      )}
    </>
  );
}
