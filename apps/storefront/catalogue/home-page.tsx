import { ErrorState, LinkButton, Loading, useApi, usePages, useTitle } from '@xihuo/ui';
import { Link } from 'react-router';
import { CHANNELS } from '../channel/channels';
import { ElderSwitch } from '../frame/elder';
import { useT } from '../words';
import { CategoryGrid } from './categories';
import { HomeCoupons } from './home-coupons';
import { Landscape } from './landscape';
import { shortProvince } from './origin';
import { ProductGrid, ProductGridSkeleton } from './product-card';
import { siteData } from './structured';

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
          <ElderSwitch className="md:hidden" />
        </p>
      </div>
    </section>
  );
}

/** The ten western provinces of the programme, each a door to its goods. */
function Provinces() {
  const t = useT();
  const { data } = useApi('GET /regions', {}, { staleTime: Infinity });
  return (
    <section aria-labelledby="provinces">
      <h2 id="provinces" className="mb-3 text-xl">
        {t('home.fromWhere')}
      </h2>
      <ul className="flex min-h-target flex-wrap gap-2">
        {data?.data
          .filter((region) => region.side === 'west')
          .map(({ code, name }) => (
            <li key={code}>
              <Link
                lang="zh-CN"
                to={`/products?region=${code}`}
                className="flex min-h-target items-center rounded-full border border-line bg-surface px-4 hover:border-green hover:text-green"
              >
                {shortProvince(name)}
              </Link>
            </li>
          ))}
      </ul>
    </section>
  );
}

/** Halls, campaigns, fairs, brands: the other ways to the goods. */
function Channels() {
  const t = useT();
  return (
    <section aria-labelledby="channels">
      <h2 id="channels" className="mb-3 text-xl">
        {t('channel.title')}
      </h2>
      <ul className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        {CHANNELS.map(({ to, word, about }) => (
          <li key={to}>
            <Link
              to={to}
              className="group flex h-full flex-col gap-1 rounded-lg border border-line bg-surface p-4 transition-shadow hover:shadow-raised"
            >
              <span className="font-semibold group-hover:text-green">{t(word)}</span>
              <span className="text-sm text-ink-soft">{t(about)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Bought() {
  const t = useT();
  const list = usePages('GET /products', { query: { sort: 'sales', limit: 12 } });
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
      {list.isError && <ErrorState problem={list.error} onRetry={() => void list.refetch()} />}
      {list.rows && <ProductGrid products={list.rows} />}
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
        <HomeCoupons />
        <Channels />
        <Bought />
        <Provinces />
      </div>
    </>
  );
}
