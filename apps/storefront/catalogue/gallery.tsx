import { classes } from '@xihuo/ui';
import { useState } from 'react';
import { Photograph } from '../pictures/photograph';
import { Tile } from '../pictures/tile';
import { useT } from '../words';
import type { Offer, Product } from './offer-picker';
import { useName } from './use-name';

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
              sizes={SIZES}
              className="max-md:aspect-[4/3]"
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
