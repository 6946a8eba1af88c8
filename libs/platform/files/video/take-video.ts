import { fail } from '@xihuo/contract';
import { auditRefusal } from '../../audit/audit-refusal';
import type { CommandOptions } from '../../database/command';
import type { Database } from '../../database/database';
import type { Attempt } from '../../database/tx';
import { cleanVideo, type CleanVideo } from './clean-video';

/**
 * A film as it may be kept, or a refusal that stays on the record, as of papers.
 *
 * @throws ProblemError DOCUMENT_REFUSED with its fault; of one too large with the bytes it may have
 */
export async function takeVideo(
  { database, ask }: { readonly database: Database; readonly ask: CommandOptions },
  attempted: Attempt,
  bytes: Buffer,
): Promise<CleanVideo> {
  const video = cleanVideo(bytes);
  if (typeof video !== 'string') return video;
  await auditRefusal(database, ask, { ...attempted, code: 'DOCUMENT_REFUSED' });
  throw fail('DOCUMENT_REFUSED', { extra: { fault: video } });
}

export { cleanVideo, isVideo, MOST_VIDEO_BYTES, type CleanVideo, type VideoFault } from './clean-video';
