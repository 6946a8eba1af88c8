import { mediaTypeOf } from '../media-type';
import { cleanMp4 } from './clean-mp4';
import { cleanWebm } from './clean-webm';

/** Some ten seconds of a telephone's camera at its best, a minute of what it sends to others. */
export const MOST_VIDEO_BYTES = 30 * 1024 * 1024;

/** `codec`: browsers do not play it everywhere, such as H.265 in an MP4. */
export type VideoFault = 'kind' | 'codec' | 'tooLarge' | 'damaged';

export interface CleanVideo {
  readonly bytes: Buffer;
  readonly mediaType: 'video/mp4' | 'video/webm';
}

/**
 * A film somebody hands in, as it may be kept and shown to others: H.264 in an MP4, or a WebM, without what was written beside
 * picture and sound (place, time, device, names). It is not encoded anew: what it shows is as it was filmed.
 *
 * @param bytes left as they are
 */
export function cleanVideo(bytes: Buffer): CleanVideo | VideoFault {
  const mediaType = mediaTypeOf(bytes);
  if (bytes.length > MOST_VIDEO_BYTES) return 'tooLarge';
  if (mediaType !== 'video/mp4' && mediaType !== 'video/webm') return 'kind';
  const cleaned = Buffer.from(bytes);
  try {
    return (mediaType === 'video/mp4' ? cleanMp4 : cleanWebm)(cleaned) ?? { bytes: cleaned, mediaType };
  } catch (error) {
    if (error instanceof RangeError) return 'damaged';
    throw error;
  }
}

/** Whether the bytes begin as a film does. */
export function isVideo(bytes: Buffer): boolean {
  return mediaTypeOf(bytes)?.startsWith('video/') ?? false;
}
