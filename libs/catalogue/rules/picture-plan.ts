/** What pages ask for (CSS pixels times density); none is drawn larger than it came. */
const WIDTHS = [320, 480, 640, 960, 1280] as const;

/** Best first: a browser takes the first kind it knows. */
export const PICTURE_FORMATS = ['avif', 'webp', 'jpeg'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** A film whose first picture stands beside it in these. */
export const FILM_FORMATS = ['mp4', 'webm'] as const;
export type SourceFormat = PictureFormat | (typeof FILM_FORMATS)[number];
/** Of a photograph as it came. */
export const MOST_PHOTO_BYTES = 12 * 1024 * 1024;

/** Whether it is no picture, but what moves behind one. */
export function isFilm(format: SourceFormat): boolean {
  return FILM_FORMATS.some((film) => film === format);
}

/** Below it no product is to be seen. */
export const LEAST_WIDTH = 320;
export const MOST_PIXELS = 40_000_000;
/** Stripes and banners are no product pictures. */
const MOST_RATIO = 3;

/** Of films also: a codec not every browser has, or no picture to begin with. */
export type PictureFault =
  'codec' | 'noFirstFrame' | 'tooLarge' | 'kind' | 'tooSmall' | 'tooManyPixels' | 'tooLong' | 'damaged';

/** Why a picture of this size is none; null where it is one. */
export function sizeFault(width: number, height: number, frames = 1): PictureFault | null {
  if (width * height * frames > MOST_PIXELS) return 'tooManyPixels';
  if (width < LEAST_WIDTH || height < LEAST_WIDTH) return 'tooSmall';
  return Math.max(width / height, height / width) > MOST_RATIO ? 'tooLong' : null;
}

/** The widths a picture is encoded in, smallest first. */
export function widthsFor(width: number): number[] {
  return WIDTHS.filter((wanted) => wanted <= width);
}

const EXTENSIONS = { avif: 'avif', webp: 'webp', jpeg: 'jpg', mp4: 'mp4', webm: 'webm' } as const;

export function picturePath(sha256: string, format: SourceFormat): string {
  return `/api/v1/pictures/${sha256}.${EXTENSIONS[format]}`;
}
