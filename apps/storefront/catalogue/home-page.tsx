import { ErrorState, LinkButton, Loading, usePages, useTitle } from '@xihuo/ui';
import { BackToTop } from '../frame/back-to-top';
import { ElderSwitch } from '../frame/elder';
import { useT } from '../words';
import { CategoryGrid } from './categories';
import { HomeCampaign } from './home-campaign';
import { HomeCoupons } from './home-coupons';
import { Doors, Provinces } from './home-doors';
import { HomeTotal } from './home-total';
import { Landscape } from './landscape';
import { Viewed } from './later-parts';
import { ProductGrid, ProductGridSkeleton } from './product-card';
import { ReadOn } from './read-on';
import { siteData } from './structured';

/** So many pages of the feed come by themselves as one scrolls. */
const BY_ITSELF = 5;

function ThePromise() {
  const t = useT();
  return (
    <section className="relative overflow-hidden border-b border-line bg-green-wash">
      <Landscape />
      <div className="page relative pt-7 pb-20 sm:pt-9 sm:pb-24">
        <h1 className="text-2xl font-bold text-green-deep sm:text-3xl">{t('home.promise')}</h1>
        <p className="mt-3 max-w-[34em] text-ink">{t('home.promiseText')}</p>
        <p className="mt-5 flex flex-wrap gap-3">
          <LinkButton to="/products">{t('home.shop')}</LinkButton>
          <LinkButton look="secondary" to="/lots">
            {t('home.follow')}
          </LinkButton>
          <LinkButton look="secondary" to="/business">
            {t('home.business')}
          </LinkButton>
          <ElderSwitch className="md:hidden" />
        </p>
      </div>
    </section>
  );
}

/** What is bought most, and on and on; the way up, and the place on coming back, are kept. */
function Bought() {
  const t = useT();
  const list = usePages('GET /products', { query: { sort: 'sales', limit: 12 } });
  const pages = list.data?.pages.length ?? 0;
  return (
    <section aria-labelledby="bought">
      <header className="mb-3 flex items-baseline justify-between gap-4">
        <h2 id="bought" className="text-xl">
          {t('home.bought')}
        </h2>
        <LinkButton look="quiet" size="small" to="/products?sort=sales">
          {t('home.all')}
        </LinkButton>
      </header>
      {list.isPending && (
        <Loading>
          <ProductGridSkeleton count={12} />
        </Loading>
      )}
      {list.isError && !list.rows && <ErrorState problem={list.error} onRetry={() => void list.refetch()} />}
      {list.rows?.length === 0 && <p className="py-8 text-center text-ink-soft">{t('home.nothing')}</p>}
      {list.rows && <ProductGrid products={list.rows} />}
      {/* After some pages it waits to be asked, or nobody would ever come to the foot of the page. */}
      <ReadOn list={list} byItself={pages < BY_ITSELF} className="pt-8" />
    </section>
  );
}

export function HomePage() {
  const t = useT();
  useTitle(undefined, `${t('site.name')} · ${t('site.strap')}`, {
    ...{ path: '/', description: t('home.promiseText') },
    data: (origin) => siteData(t('site.name'), origin),
  });
  return (
    <>
      <ThePromise />
      <div className="page flex flex-col gap-8 pt-6">
        <CategoryGrid />
        <HomeCampaign />
        <HomeCoupons />
        <Provinces />
        <Doors />
        <HomeTotal />
        {/* One child: while nothing was looked at, its place would open a second gap. */}
        <div>
          <Viewed room="" className="pb-8" />
          <Bought />
        </div>
      </div>
      <BackToTop />
    </>
  );
}
