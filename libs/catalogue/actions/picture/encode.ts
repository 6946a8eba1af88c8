import sharp from 'sharp';
import {
  MOST_PHOTO_BYTES,
  MOST_PIXELS,
  PICTURE_FORMATS,
  sizeFault,
  widthsFor,
  type PictureFault,
  type PictureFormat,
} from '../../rules/picture-plan';

/** Seconds after which a picture is more work than it can be worth. */
const LONGEST_DRAWING = 30;

/** Judges a picture by its head alone: one of fifty thousand by fifty thousand is a few kilobytes until it is opened. */
export async function faultOf(bytes: Buffer): Promise<PictureFault | null> {
  if (bytes.length > MOST_PHOTO_BYTES) return 'tooLarge';
  try {
    const { width, height, pages = 1, format } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (!['jpeg', 'png', 'webp'].includes(format)) return 'kind';
    return sizeFault(width, height, pages);
  } catch {
    return 'damaged';
  }
}

export interface Encoded {
  readonly width: number;
  readonly height: number;
  readonly renditions: readonly { format: PictureFormat; width: number; bytes: Buffer }[];
}

/**
 * Draws a photograph anew: upright, in sRGB, on white where it lets the ground through, in every kind and width. What stood beside
 * it (place, time, camera, a smaller picture of it) is not taken along.
 */
export async function encodePicture(bytes: Buffer): Promise<Encoded | PictureFault> {
  const fault = await faultOf(bytes);
  if (fault !== null) return fault;
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .timeout({ seconds: LONGEST_DRAWING })
      .rotate()
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: info.channels };
    const renditions = [];
    for (const width of widthsFor(info.width)) {
      for (const format of PICTURE_FORMATS) {
        const drawn = sharp(data, { raw }).timeout({ seconds: LONGEST_DRAWING }).resize({ width });
        renditions.push({ format, width, bytes: await encodeAs(drawn, format) });
      }
    }
    return { width: info.width, height: info.height, renditions };
  } catch {
    return 'damaged';
  }
}

function encodeAs(drawn: sharp.Sharp, format: PictureFormat): Promise<Buffer> {
  switch (format) {
    case 'avif':
      return drawn.avif({ quality: 50, effort: 2 }).toBuffer();
    case 'webp':
      return drawn.webp({ quality: 74 }).toBuffer();
    case 'jpeg':
      return drawn.jpeg({ quality: 76, progressive: true }).toBuffer();
  }
}
