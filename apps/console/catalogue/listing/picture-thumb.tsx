import { Button, Dialog } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../../words';
import type { Picture } from './typed';

export const filmOf = (picture: Picture | undefined) =>
  picture?.sources.find(({ format }) => format === 'mp4' || format === 'webm');

/** A picture as small as a list wants it, or what became of it; a film is looked at whole by whoever wants to. */
export function PictureThumb({ picture }: { picture: Picture | undefined }) {
  const t = useT();
  const small = picture?.sources.find(({ format, width }) => format === 'webp' && width === 320);
  const film = filmOf(picture);
  if (!picture || !small) {
    return (
      <span className="flex size-24 items-center justify-center rounded-md bg-sunken p-2 text-center text-xs text-ink-soft">
        {t(picture?.state === 'refused' ? 'picture.refused' : 'picture.encoding')}
      </span>
    );
  }
  return (
    <span className="flex flex-col items-center gap-1">
      <img
        src={small.path}
        alt={t(film ? 'picture.ofFilm' : 'picture.ofProduct')}
        width={picture.width ?? undefined}
        height={picture.height ?? undefined}
        className="size-24 rounded-md border border-line object-cover"
      />
      {film && <Watch film={film.path} poster={small.path} />}
    </span>
  );
}

function Watch({ film, poster }: { film: string; poster: string }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" size="small" onClick={() => setOpen(true)}>
        {t('picture.watch')}
      </Button>
      <Dialog open={open} wide title={t('picture.ofFilm')} onClose={() => setOpen(false)}>
        <video
          src={film}
          poster={poster}
          controls
          playsInline
          preload="metadata"
          aria-label={t('picture.ofFilm')}
          className="mx-auto max-h-[75dvh] w-full rounded-md bg-sunken"
        />
      </Dialog>
    </>
  );
}
