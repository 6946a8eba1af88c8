import { usePages } from '@xihuo/ui';
import { Listing } from '../admission/reading';
import { Origin } from '../catalogue/origin';
import { useName } from '../catalogue/use-name';
import { PictureTile } from '../pictures/picture-tile';
import { useT } from '../words';
import { ChannelPage } from './channel-page';

/** Regional brands, each with how many may use its mark today. */
export function BrandsPage() {
  const t = useT();
  const name = useName();
  const query = usePages('GET /brands', {});
  return (
    <ChannelPage title={t('nav.brands')} lead={t('brand.lead')}>
      <Listing query={query} empty={{ title: t('brand.none'), text: t('channel.noneText') }}>
        {(brands) => (
          <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {brands.map((brand) => (
              <li key={brand.slug}>
                <PictureTile to={`/brands/${brand.slug}`} scene={{ region: brand.region.code }} height="h-28">
                  <span className="text-lg font-semibold group-hover:text-green">{name(brand.name)}</span>
                  <span className="text-sm text-ink-soft">
                    <Origin origin={brand.region} />
                  </span>
                  <span lang="zh-CN" className="text-sm text-ink-soft">
                    {brand.ownerName}
                  </span>
                  <span className="mt-auto pt-1 text-sm text-ink-faint">
                    {t('brand.holderCount', { count: brand.holders })} ·{' '}
                    {t('venue.products', { count: brand.products })}
                  </span>
                </PictureTile>
              </li>
            ))}
          </ul>
        )}
      </Listing>
    </ChannelPage>
  );
}
