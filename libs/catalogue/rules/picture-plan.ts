/** What pages ask for (CSS pixels times density); none is drawn larger than it came. */
const WIDTHS = [320, 480, 640, 960, 1280] as const;

/** Best first: a browser takes the first kind it knows. */
export const PICTURE_FORMATS = ['avif', 'webp', 'jpeg'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** Below it no product is to be seen. */
export const LEAST_WIDTH = 320;
export const MOST_PIXELS = 40_000_000;
/** Stripes and banners are no product pictures. */
const MOST_RATIO = 3;

export type PictureFault = 'kind' | 'tooSmall' | 'tooManyPixels' | 'tooLong' | 'damaged';

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

const EXTENSIONS = { avif: 'avif', webp: 'webp', jpeg: 'jpg' } as const;

export function picturePath(sha256: string, format: PictureFormat): string {
  return `/api/v1/pictures/${sha256}.${EXTENSIONS[format]}`;
}
