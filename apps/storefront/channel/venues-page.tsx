import { Badge, usePages, type Output } from '@xihuo/ui';
import { Listing } from '../admission/reading';
import { Origin, shortProvince } from '../catalogue/origin';
import { useName } from '../catalogue/use-name';
import { PictureTile } from '../pictures/picture-tile';
import { useT } from '../words';
import { ChannelPage } from './channel-page';
import { OpenNow } from './marks';
import { OpeningTimes } from './opening';

/** The server counts no further. */
const MOST_COUNTED = 100;
const counted = (count: number) => (count < MOST_COUNTED ? count : `${MOST_COUNTED}+`);

type Venue = Output<'GET /venues'>['data'][number];

/** A hall is a place on the map: its landscape, its name large, what stands in it below. */
function Hall({ venue }: { venue: Venue }) {
  const t = useT();
  const name = useName();
  return (
    <PictureTile to={`/venues/${venue.slug}`} scene={{ region: venue.region.code }} height="aspect-video">
      <span className="text-lg font-semibold group-hover:text-green">{name(venue.name)}</span>
      {venue.kind === 'countyHall' && (
        <span lang="zh-CN" className="text-sm text-ink-soft">
          {shortProvince(venue.region.provinceName)}
        </span>
      )}
      <span className="mt-auto text-sm text-ink-faint">{t('venue.products', { count: counted(venue.products) })}</span>
    </PictureTile>
  );
}

/** Somewhere one can go to: where, when, and whether goods can be fetched there. */
function Place({ venue }: { venue: Venue }) {
  const t = useT();
  const name = useName();
  return (
    <PictureTile to={`/venues/${venue.slug}`} scene={{ region: venue.region.code }} height="h-20">
      <span className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="text-lg font-semibold group-hover:text-green">{name(venue.name)}</span>
        <OpenNow value={venue.openNow} />
      </span>
      <span className="text-sm text-ink-soft">
        <Origin origin={venue.region} />
      </span>
      {venue.address && (
        <span lang="zh-CN" className="text-sm">
          {venue.address}
        </span>
      )}
      <span className="text-sm text-ink-soft">
        <OpeningTimes times={venue.openingTimes} />
      </span>
      <span className="mt-auto flex flex-wrap items-center gap-x-3 pt-1 text-sm text-ink-faint">
        {t('venue.products', { count: counted(venue.products) })}
        {venue.pickup && <Badge tone="info">{t('venue.pickup')}</Badge>}
      </span>
    </PictureTile>
  );
}

const KINDS = ['provinceHall', 'countyHall', 'assistanceZone', 'directSupplyPoint', 'distributionHub'] as const;
const HALLS: readonly Venue['kind'][] = ['provinceHall', 'countyHall'];

function Kind({ kind, venues }: { kind: Venue['kind']; venues: readonly Venue[] }) {
  const t = useT();
  const halls = HALLS.includes(kind);
  return (
    <section aria-labelledby={`venues-${kind}`}>
      <h2 id={`venues-${kind}`} className="mb-3 text-xl">
        {t(`venue.kind.${kind}`)}
      </h2>
      <ul
        className={
          halls ? 'grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5' : 'grid gap-3 sm:grid-cols-2 lg:grid-cols-3'
        }
      >
        {venues.map((venue) => (
          <li key={venue.slug}>{halls ? <Hall venue={venue} /> : <Place venue={venue} />}</li>
        ))}
      </ul>
    </section>
  );
}

/** Where western goods are sold: halls on the net, and places with a door. */
export function VenuesPage() {
  const t = useT();
  const query = usePages('GET /venues', { query: { limit: 48 } });
  return (
    <ChannelPage title={t('nav.venues')} lead={t('venue.lead')}>
      <Listing query={query} empty={{ title: t('venue.none'), text: t('channel.noneText') }}>
        {(venues) => (
          <div className="flex flex-col gap-8">
            {KINDS.map((kind) => ({ kind, venues: venues.filter((venue) => venue.kind === kind) }))
              .filter((group) => group.venues.length > 0)
              .map((group) => (
                <Kind key={group.kind} {...group} />
              ))}
          </div>
        )}
      </Listing>
    </ChannelPage>
  );
}
