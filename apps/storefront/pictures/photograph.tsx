import { classes, type Output } from '@xihuo/ui';

export type Photo = NonNullable<Output<'GET /products'>['data'][number]['photo']>;
type Source = Photo['sources'][number];

const TYPES = { avif: 'image/avif', webp: 'image/webp', jpeg: 'image/jpeg' } as const;
const FORMATS = ['avif', 'webp'] as const;

const setOf = (sources: readonly Source[], format: Source['format']) =>
  sources
    .filter((source) => source.format === format)
    .map(({ path, width }) => `${path} ${width}w`)
    .join(', ');

interface PhotographProps {
  photo: Photo;
  /** Empty where the name stands beside it. */
  alt: string;
  /** How wide its place is, as `sizes` has it. */
  sizes: string;
  /** What the page is looked at for; all others wait until they come into view. */
  first?: boolean;
  className?: string;
}

/** One photograph in the best kind the browser knows, no larger than its place. */
export function Photograph({ photo, alt, sizes, first = false, className }: PhotographProps) {
  const jpegs = photo.sources.filter(({ format }) => format === 'jpeg');
  return (
    <picture>
      {FORMATS.map((format) => (
        <source key={format} type={TYPES[format]} srcSet={setOf(photo.sources, format)} sizes={sizes} />
      ))}
      <img
        src={jpegs.at(-1)?.path}
        srcSet={setOf(photo.sources, 'jpeg')}
        sizes={sizes}
        width={photo.width}
        height={photo.height}
        alt={alt}
        fetchPriority={first ? 'high' : 'low'}
        loading={first ? 'eager' : 'lazy'}
        className={classes('aspect-square w-full object-cover', className)}
      />
    </picture>
  );
}
