import { useEffect, useRef } from 'react';
import type { Photo } from '../pictures/photograph';

interface FilmPlayerProps {
  path: string;
  /** What it begins with: stands there until it plays. */
  photo: Photo;
  label: string;
}

/** The film of a product over its first picture, asked for and played because somebody said so. */
export function FilmPlayer({ path, photo, label }: FilmPlayerProps) {
  const film = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    film.current?.focus({ preventScroll: true });
    // Refused where it took too long since the press: then its own controls are there.
    film.current?.play().catch(() => undefined);
  }, []);
  return (
    <video
      ref={film}
      src={path}
      poster={photo.sources.filter(({ format }) => format === 'jpeg').at(-1)?.path}
      controls
      playsInline
      preload="metadata"
      aria-label={label}
      className="absolute inset-0 size-full bg-sunken object-contain"
    />
  );
}
