import sharp from 'sharp';
import { inspectPdf, type PdfFault } from './inspect-pdf';
import { mediaTypeOf } from './media-type';

export interface PaperLimits {
  readonly mostBytes: number;
  readonly mostPages: number;
  readonly mostPixels: number;
}

export type PaperFault = PdfFault | 'kind' | 'tooLarge' | 'tooManyPages' | 'tooManyPixels';

export interface CleanPaper {
  readonly bytes: Buffer;
  readonly mediaType: 'application/pdf' | 'image/jpeg' | 'image/png';
  readonly pages: number;
}

/**
 * A paper somebody hands in, as it may be kept and shown to others: a PDF that does nothing, or a photograph drawn anew, upright
 * and without what was written beside it (place, time, camera, name), and without whatever else its bytes may have been.
 */
export async function cleanPaper(bytes: Buffer, limits: PaperLimits): Promise<CleanPaper | PaperFault> {
  const mediaType = mediaTypeOf(bytes);
  if (bytes.length > limits.mostBytes) return 'tooLarge';
  if (mediaType === 'application/pdf') {
    const found = inspectPdf(bytes);
    if (typeof found === 'string') return found;
    return found.pages > limits.mostPages ? 'tooManyPages' : { bytes, mediaType, pages: found.pages };
  }
  if (mediaType !== 'image/jpeg' && mediaType !== 'image/png') return 'kind';
  const drawn = await redraw(bytes, mediaType, limits.mostPixels);
  return typeof drawn === 'string' ? drawn : { bytes: drawn, mediaType, pages: 1 };
}

/** Seconds after which a picture is more work than it can be worth. */
const LONGEST_DRAWING = 20;
const QUALITY = 88;

async function redraw(
  bytes: Buffer,
  mediaType: 'image/jpeg' | 'image/png',
  mostPixels: number,
): Promise<Buffer | 'tooManyPixels' | 'damaged'> {
  try {
    // Only the head is read here: a picture of fifty thousand by fifty thousand is a few kilobytes until it is opened.
    const { width, height, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height * pages > mostPixels) return 'tooManyPixels';
    const upright = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .timeout({ seconds: LONGEST_DRAWING })
      .rotate();
    return await (
      mediaType === 'image/png' ? upright.png() : upright.jpeg({ quality: QUALITY, mozjpeg: false })
    ).toBuffer();
  } catch {
    return 'damaged';
  }
}
