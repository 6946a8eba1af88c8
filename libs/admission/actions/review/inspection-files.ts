import { fail } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { takePaper, command, type CommandOptions, type Database, type Files, type Tx } from '@xihuo/platform';
import type { Decider } from '../../rules/four-eyes';
import { addInspectionFile } from '../../store/review/inspection.sql';
import { limitsOn } from '../paper-limits';
import { openInspection } from './inspect';
import { readInspection } from './read-notices';

/** Enough for a farm, a store and a packing line from all sides. */
const MOST_FILES = 24;

/**
 * Keeps a photo or a paper of a visit, while it is planned. Pictures are drawn anew outside of any transaction: that takes time,
 * and nobody shall wait for it with a lock.
 *
 * @throws ProblemError DOCUMENT_REFUSED, TOO_MANY_DOCUMENTS, and what `openInspection` throws
 */
export async function attachFile(
  { database, files, ask }: { database: Database; files: Files; ask: CommandOptions },
  { inspectionId, bytes }: { inspectionId: string; bytes: Buffer },
): Promise<void> {
  // Asked before the work, and again with the row locked.
  const mustBeOpen = async (tx: Tx) => {
    const opened = await openInspection(tx, { inspectionId, version: null, event: 'report' });
    if (opened.files >= MOST_FILES) throw fail('TOO_MANY_DOCUMENTS', { extra: { most: MOST_FILES } });
    return opened;
  };
  const { view: limits } = await command(database, ask, async (tx) => {
    await mustBeOpen(tx);
    return limitsOn(tx);
  });
  const attempted = { action: 'inspection.attach', subjectKind: 'inspection', subjectId: inspectionId };
  const paper = await takePaper({ database, ask }, attempted, { bytes, limits });
  await command(database, ask, async (tx) => {
    const { application } = await mustBeOpen(tx);
    const file = await files.put(tx, { bytes: paper.bytes, purpose: 'admission.inspection' });
    must(file, 'what was drawn anew is of a kind we take');
    await tx.sql(addInspectionFile, [inspectionId, file.id]);
    tx.audit({
      action: 'inspection.attach',
      subjectKind: 'application',
      subjectId: application.id,
      after: { inspectionId, fileId: file.id, sha256: file.sha256 },
    });
  });
}

/** The bytes of one, for whoever may read the inspection. */
export async function readFileOf(
  { database, files }: { database: Database; files: Files },
  decider: Decider,
  { inspectionId, fileId }: { inspectionId: string; fileId: string },
) {
  const inspection = await readInspection(database, decider, inspectionId);
  const file = inspection.files.includes(fileId) ? await files.read(database, fileId) : null;
  if (!file) throw fail('NOT_FOUND');
  const end = { 'application/pdf': 'pdf', 'image/png': 'png' }[file.mediaType as string] ?? 'jpg';
  return { bytes: file.bytes, mediaType: file.mediaType, name: `现场核查-${fileId.slice(-6)}.${end}`, inline: true };
}
