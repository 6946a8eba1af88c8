import { fail } from '@xihuo/contract';
import { auditRefusal } from '../audit/audit-refusal';
import type { CommandOptions } from '../database/command';
import type { Database } from '../database/database';
import type { Attempt } from '../database/tx';
import { cleanPaper, type CleanPaper, type PaperLimits } from './clean-paper';

/**
 * A paper as it may be kept, or a refusal that stays on the record: a file that is not what it says is worth knowing of. Outside of
 * any transaction, since drawing a picture anew takes time.
 *
 * @throws ProblemError DOCUMENT_REFUSED
 */
export async function takePaper(
  { database, ask }: { readonly database: Database; readonly ask: CommandOptions },
  attempted: Attempt,
  { bytes, limits }: { readonly bytes: Buffer; readonly limits: PaperLimits },
): Promise<CleanPaper> {
  const paper = await cleanPaper(bytes, limits);
  if (typeof paper !== 'string') return paper;
  await auditRefusal(database, ask, { ...attempted, code: 'DOCUMENT_REFUSED' });
  throw fail('DOCUMENT_REFUSED', { extra: { fault: paper } });
}

export type { CleanPaper };
