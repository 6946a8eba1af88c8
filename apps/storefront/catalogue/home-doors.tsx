import { useApi } from '@xihuo/ui';
import { CHANNELS } from '../channel/channels';
import { PictureTile } from '../pictures/picture-tile';
import { useT } from '../words';
import { shortProvince } from './origin';

/** The ten western provinces of the programme, each a landscape and a door to its goods. */
export function Provinces() {
  const t = useT();
  const { data, isPending } = useApi('GET /regions', {}, { staleTime: Infinity });
  const provinces = data?.data.filter((region) => region.side === 'west') ?? [];
  // A heading over nothing would ask where it went.
  if (provinces.length === 0 && !isPending) return null;
  return (
    <section aria-labelledby="provinces">
      <h2 id="provinces" className="mb-3 text-xl">
        {t('home.fromWhere')}
      </h2>
      {/* On phones a row to swipe, so that the goods below are near. */}
      <ul className="-mx-4 flex snap-x gap-3 overflow-x-auto px-4 pb-1 sm:mx-0 sm:grid sm:grid-cols-5 sm:px-0">
        {provinces.map(({ code, name }) => (
          <li key={code} className="w-30 shrink-0 snap-start sm:w-auto">
            <PictureTile
              lang="zh-CN"
              to={`/products?region=${code}`}
              scene={{ region: code }}
              height="aspect-video"
              className="px-3 py-2 text-center font-medium group-hover:text-green"
            >
              {shortProvince(name)}
            </PictureTile>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Halls, campaigns, fairs, brands, and the door for organisations: the other ways to the goods. */
export function Doors() {
  const t = useT();
  return (
    <section aria-labelledby="channels">
      <h2 id="channels" className="mb-3 text-xl">
        {t('channel.title')}
      </h2>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-6 lg:grid-cols-5">
        {[...CHANNELS, BUSINESS].map(({ to, word, about, door }, index) => (
          <li key={to} className={index === 4 ? 'max-lg:col-span-full' : 'sm:max-lg:col-span-3'}>
            <PictureTile to={to} scene={{ door }} height="h-20 sm:h-28" className="px-3 py-2.5">
              <span className="font-semibold group-hover:text-green">{t(word)}</span>
              <span className="text-sm text-ink-soft">{t(about)}</span>
            </PictureTile>
          </li>
        ))}
      </ul>
    </section>
  );
}

const BUSINESS = { to: '/business', word: 'nav.business', about: 'channel.about.business', door: 'business' } as const;
