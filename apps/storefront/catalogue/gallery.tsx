import { useRef, useState } from 'react';
import { Photograph } from '../pictures/photograph';
import { Tile } from '../pictures/tile';
import { useT } from '../words';
import { Arrow } from './arrow';
import { FilmPlayer, Zoom } from './later-parts';
import type { Offer, Product } from './offer-picker';
import { useName } from './use-name';

const SIZES = '(min-width: 48rem) 50vw, 100vw';

type Photo = Offer['words']['pictures'][number];

/** The supplier's photographs to swipe through, or a drawing that says it is one. */
export function Gallery({ product, offer }: { product: Product; offer: Offer | undefined }) {
  const t = useT();
  const photos = offer?.words.pictures ?? [];
  if (photos.length > 0) return <Photos photos={photos} product={product} />;
  return (
    <figure className="relative">
      <Tile category={product.category} name={product.name.zh} className="rounded-lg max-md:aspect-[4/3]" />
      <figcaption className="absolute end-3 bottom-3 rounded-sm bg-surface/90 px-2 text-xs text-ink-soft">
        {t('picture.illustration')}
      </figcaption>
    </figure>
  );
}

function Photos({ photos, product }: { photos: readonly Photo[]; product: Product }) {
  const t = useT();
  const name = useName()(product.name);
  const [shown, setShown] = useState(0);
  const [large, setLarge] = useState(false);
  const [playing, setPlaying] = useState(false);
  const row = useRef<HTMLDivElement>(null);
  const at = Math.min(shown, photos.length - 1);
  const film = filmOf(photos[at]!);
  const show = (index: number) => row.current?.scrollTo({ left: index * row.current.clientWidth });
  const arrow = { of: photos.length, onShow: show };
  return (
    <figure className="min-w-0">
      <div className="relative">
        <div
          ref={row}
          tabIndex={0}
          role="group"
          aria-label={t('picture.gallery')}
          className="flex snap-x snap-mandatory overflow-x-auto rounded-lg"
          onScroll={({ currentTarget: { scrollLeft, clientWidth } }) => {
            const now = Math.round(scrollLeft / clientWidth);
            if (now !== shown) setPlaying(false);
            setShown(now);
          }}
        >
          {photos.map((photo, index) => (
            <div key={photo.sources[0]?.path ?? index} className="relative w-full shrink-0 snap-center">
              <Photograph
                photo={photo}
                sizes={SIZES}
                className="max-md:aspect-[4/3]"
                first={index === 0}
                alt={t('picture.nthOf', { name, nth: index + 1 })}
              />
              {film && playing && index === at && <FilmPlayer path={film.path} photo={photo} label={name} />}
            </div>
          ))}
        </div>
        {!playing && (
          <button
            type="button"
            onClick={() => (film ? setPlaying(true) : setLarge(true))}
            className={`${over} end-2 bottom-2`}
          >
            {film && <span aria-hidden>▶&nbsp;</span>}
            {t(film ? 'picture.play' : 'picture.enlarge')}
          </button>
        )}
        {photos.length > 1 && (
          <>
            <Arrow {...arrow} sign="‹" label={t('picture.before')} to={at - 1} className={`${beside} start-2`} />
            <Arrow {...arrow} sign="›" label={t('picture.after')} to={at + 1} className={`${beside} end-2`} />
          </>
        )}
      </div>
      <figcaption className="mt-2 flex justify-between gap-3 text-xs text-ink-faint">
        <span>{t('picture.bySupplier')}</span>
        <span className="numeric" aria-hidden>
          {at + 1} / {photos.length}
        </span>
      </figcaption>
      {photos.length > 1 && <Small photos={photos} at={at} onShow={show} />}
      {large && <Zoom name={name} photo={photos[at]!} nth={at + 1} onClose={() => setLarge(false)} />}
    </figure>
  );
}

const filmOf = ({ sources }: Photo) => sources.find(({ format }) => format === 'mp4' || format === 'webm');

const over =
  'absolute flex min-h-target min-w-target items-center justify-center rounded-full bg-surface/90 px-3 text-sm hover:bg-surface';
/** For those who have a mouse or keys; on phones one swipes. */
const beside = `${over} top-1/2 -translate-y-1/2 max-md:hidden`;

/** All of them at a glance, on wide screens. */
function Small({ photos, at, onShow }: { photos: readonly Photo[]; at: number; onShow: (index: number) => void }) {
  const t = useT();
  return (
    <ul className="mt-2 flex gap-2 overflow-x-auto max-md:hidden">
      {photos.map((photo, index) => (
        <li key={photo.sources[0]?.path ?? index} className="w-16 shrink-0">
          <button
            type="button"
            aria-label={t('picture.show', { nth: index + 1 })}
            aria-current={index === at}
            onClick={() => onShow(index)}
            className="relative block w-full overflow-hidden rounded-md border-2 border-transparent aria-[current=true]:border-green"
          >
            <Photograph photo={photo} alt="" sizes="4rem" />
            {filmOf(photo) && (
              <span aria-hidden className="absolute end-1 bottom-1 rounded-full bg-surface/90 px-1.5 text-xs">
                ▶
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
