import { useT } from '../../words';
import type { Picture } from './typed';

/** A picture as small as a list wants it, or what became of it. */
export function PictureThumb({ picture }: { picture: Picture | undefined }) {
  const t = useT();
  const small = picture?.sources.find(({ format, width }) => format === 'webp' && width === 320);
  if (!picture || !small) {
    return (
      <span className="flex size-24 items-center justify-center rounded-md bg-sunken p-2 text-center text-xs text-ink-soft">
        {t(picture?.state === 'refused' ? 'picture.refused' : 'picture.encoding')}
      </span>
    );
  }
  return (
    <img
      src={small.path}
      alt={t('picture.ofProduct')}
      width={picture.width ?? undefined}
      height={picture.height ?? undefined}
      className="size-24 rounded-md border border-line object-cover"
    />
  );
}
