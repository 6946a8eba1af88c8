import { Card, EmptyState, Facts, LinkButton, Notice, TextLink, useApi, useTitle, type Output } from '@xihuo/ui';
import { useParams } from 'react-router';
import { Origin } from '../catalogue/origin';
import { ProductGrid } from '../catalogue/product-card';
import { useName } from '../catalogue/use-name';
import { PageFailed } from '../frame/page-failed';
import { PageTitle } from '../frame/page-title';
import { Scene } from '../pictures/scene';
import { useT } from '../words';
import { OpenNow } from './marks';
import { OpeningTimes, ShutOn } from './opening';
import { Grey } from './reading';
import { ByList } from './by-list';
import { VenueResults } from './results';

type Venue = Output<'GET /venues/{slug}'>;

function About({ venue }: { venue: Venue }) {
  const t = useT();
  const name = useName();
  const facts = [
    { term: t('venue.kind'), detail: t(`venue.is.${venue.kind}`) },
    { term: t('venue.region'), detail: <Origin origin={venue.region} /> },
    venue.operatorName && { term: t('venue.operator'), detail: <span lang="zh-CN">{venue.operatorName}</span> },
    venue.address && { term: t('venue.address'), detail: <span lang="zh-CN">{venue.address}</span> },
    venue.phone && {
      term: t('venue.phone'),
      detail: (
        <a className="touch text-green underline-offset-4 hover:underline" href={`tel:${venue.phone}`}>
          {venue.phone}
        </a>
      ),
    },
    venue.openingTimes.length > 0 && {
      term: t('venue.openingTimes'),
      detail: <OpeningTimes times={venue.openingTimes} />,
    },
    venue.shutOn.length > 0 && { term: t('venue.shutOn'), detail: <ShutOn days={venue.shutOn} /> },
    (venue.address !== null || venue.pickup) && {
      term: t('venue.pickupTerm'),
      detail: t(venue.pickup ? 'venue.pickupYes' : 'venue.pickupNo'),
    },
  ];
  return (
    <Card>
      {name(venue.story) && <p className="mb-4 max-w-[46em] whitespace-pre-line">{name(venue.story)}</p>}
      <Facts facts={facts.filter((fact) => !!fact)} />
    </Card>
  );
}

function Shelf({ venue, shelf }: { venue: Venue; shelf: Venue['shelves'][number] }) {
  const t = useT();
  const name = useName();
  const id = `shelf-${shelf.position}`;
  return (
    <section aria-labelledby={id}>
      <header className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={id} className="text-xl">
          {name(shelf.title)}
        </h2>
        {shelf.total > 0 && venue.state === 'open' && (
          <TextLink to={`/products?venue=${venue.slug}`} aria-label={t('venue.allOf', { name: name(venue.name) })}>
            {t('venue.all')}
          </TextLink>
        )}
      </header>
      {shelf.products.length === 0 ? (
        <p className="text-ink-faint">{t('venue.shelfEmpty')}</p>
      ) : (
        <ProductGrid products={shelf.products} via={venue.state === 'open' ? { venue: venue.slug } : undefined} />
      )}
    </section>
  );
}

function VenueView({ venue }: { venue: Venue }) {
  const t = useT();
  const name = useName();
  useTitle(name(venue.name), t('site.name'));
  return (
    <div className="page flex flex-col gap-6">
      <div>
        <p className="-mb-5 pt-3">
          <TextLink to="/venues">← {t('nav.venues')}</TextLink>
        </p>
        <PageTitle lead={venue.openNow === null ? undefined : <OpenNow value={venue.openNow} />}>
          {name(venue.name)}
        </PageTitle>
        {venue.state === 'closed' && <Notice tone="attention" title={t('venue.closed')} />}
      </div>
      {/* Beside the facts where there is room: as wide as the page a landscape is all sky and roof. */}
      <div className="grid items-start gap-5 md:grid-cols-[2fr_3fr]">
        <Scene of={{ region: venue.region.code }} className="h-36 rounded-lg md:aspect-video md:h-auto" />
        <About venue={venue} />
      </div>
      {venue.shelves.length === 0 && (
        <EmptyState
          title={t('venue.shelfEmpty')}
          action={<LinkButton to="/products">{t('nav.allProducts')}</LinkButton>}
        />
      )}
      {venue.shelves.map((shelf) => (
        <Shelf key={shelf.position} venue={venue} shelf={shelf} />
      ))}
      {venue.state === 'open' && <ByList via={{ venue: venue.slug }} />}
      <VenueResults slug={venue.slug} />
    </div>
  );
}

export function VenuePage() {
  const t = useT();
  const { slug = '' } = useParams();
  const venue = useApi('GET /venues/{slug}', { params: { slug } });
  if (venue.data) return <VenueView venue={venue.data} />;
  if (venue.isPending)
    return (
      <div className="page pt-8">
        <Grey />
      </div>
    );
  return (
    <PageFailed
      problem={venue.error}
      missing={t('venue.missing')}
      action={<LinkButton to="/venues">{t('nav.venues')}</LinkButton>}
      onRetry={() => void venue.refetch()}
    />
  );
}
