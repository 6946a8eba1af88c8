import { classes } from '@xihuo/ui';
import { useState } from 'react';
import { Tile } from '../pictures/tile';
import { useT } from '../words';
import type { Offer, Product } from './offer-picker';
import { useName } from './use-name';

type Photo = Offer['words']['pictures'][number];
type Source = Photo['sources'][number];

const TYPES = { avif: 'image/avif', webp: 'image/webp', jpeg: 'image/jpeg' } as const;
const FORMATS = ['avif', 'webp'] as const;

const setOf = (sources: readonly Source[], format: Source['format']) =>
  sources
    .filter((source) => source.format === format)
    .map(({ path, width }) => `${path} ${width}w`)
    .join(', ');

/** One photograph in the best kind the browser knows, no larger than its place. */
function Photograph({ photo, alt, first }: { photo: Photo; alt: string; first: boolean }) {
  const jpegs = photo.sources.filter(({ format }) => format === 'jpeg');
  return (
    <picture>
      {FORMATS.map((format) => (
        <source key={format} type={TYPES[format]} srcSet={setOf(photo.sources, format)} sizes={SIZES} />
      ))}
      <img
        src={jpegs.at(-1)?.path}
        srcSet={setOf(photo.sources, 'jpeg')}
        sizes={SIZES}
        width={photo.width}
        height={photo.height}
        alt={alt}
        // The first is what the page is looked at for; the others wait until somebody swipes.
        fetchPriority={first ? 'high' : 'low'}
        loading={first ? 'eager' : 'lazy'}
        className="aspect-square w-full object-cover max-md:aspect-[4/3]"
      />
    </picture>
  );
}

const SIZES = '(min-width: 48rem) 50vw, 100vw';

/** The supplier's photographs to swipe through, or a drawing that says it is one. */
export function Gallery({ product, offer }: { product: Product; offer: Offer | undefined }) {
  const t = useT();
  const name = useName();
  const photos = offer?.words.pictures ?? [];
  const [shown, setShown] = useState(0);
  if (photos.length === 0) {
    return (
      <figure className="relative">
        <Tile category={product.category} name={product.name.zh} className="rounded-lg max-md:aspect-[4/3]" />
        <figcaption className="absolute end-3 bottom-3 rounded-sm bg-surface/90 px-2 text-xs text-ink-soft">
          {t('picture.illustration')}
        </figcaption>
      </figure>
    );
  }
  const at = Math.min(shown, photos.length - 1);
  return (
    <figure className="relative min-w-0">
      <div
        tabIndex={0}
        role="group"
        aria-label={t('picture.gallery')}
        className="flex snap-x snap-mandatory overflow-x-auto rounded-lg"
        onScroll={({ currentTarget: { scrollLeft, clientWidth } }) => setShown(Math.round(scrollLeft / clientWidth))}
      >
        {photos.map((photo, index) => (
          <div key={photo.sources[0]?.path ?? index} className="w-full shrink-0 snap-center">
            <Photograph
              photo={photo}
              first={index === 0}
              alt={t('picture.nthOf', { name: name(product.name), nth: index + 1 })}
            />
          </div>
        ))}
      </div>
      <figcaption className={classes('mt-2 flex justify-between gap-3 text-xs text-ink-faint')}>
        <span>{t('picture.bySupplier')}</span>
        <span className="numeric" aria-hidden>
          {at + 1} / {photos.length}
        </span>
      </figcaption>
    </figure>
  );
}
