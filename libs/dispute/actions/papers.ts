import { fail } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import {
  command,
  limitRate,
  takePaper,
  type CommandOptions,
  type Database,
  type DownloadedFile,
  type Files,
} from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import type { Party } from '../rules/case-facts';
import { countPapers, insertPapers, paperOfCase } from '../store/case-file.sql';
import { findCase, openCase, type Entrance } from './case-door';

const MOST_AN_HOUR = 40;
const HOUR_SECONDS = 3_600;
/** A photograph of a phone, or a few pages. */
const LIMITS = { mostBytes: 10 * 1024 * 1024, mostPages: 20, mostPixels: 40_000_000 };

interface Place {
  readonly database: Database;
  readonly files: Files;
}

/**
 * Keeps a file of one side, drawn anew outside of any transaction. A message names it by its id.
 *
 * @throws ProblemError NOT_FOUND, DISPUTE_STATE, DOCUMENT_REFUSED, DISPUTE_PAPERS_FULL, RATE_LIMITED
 */
export async function keepPaper(
  { database, files }: Place,
  ask: CommandOptions,
  entrance: Extract<Entrance, { side: Party }>,
  { id, bytes }: { id: string; bytes: Promise<Buffer> },
): Promise<{ fileId: string; mediaType: string; pages: number }> {
  await findCase(database, id, entrance);
  await limitRate(database, {
    name: 'disputePaper',
    of: `${id}:${entrance.side}`,
    most: MOST_AN_HOUR,
    seconds: HOUR_SECONDS,
  });
  const attempted = { action: 'dispute.keepPaper', subjectKind: 'dispute', subjectId: id };
  const paper = await takePaper({ database, ask }, attempted, { bytes: await bytes, limits: LIMITS });
  const { mediaType, pages } = paper;
  const { view } = await command(database, ask, async (tx) => {
    await openCase(tx, entrance, { id, act: 'say' });
    const [known] = await tx.sql(countPapers, [id, entrance.side]);
    const most = await policyOn(tx, 'dispute.papersMax', time.businessDate(tx.now));
    if (known!.papers >= most) throw fail('DISPUTE_PAPERS_FULL', { extra: { most } });
    const file = await files.put(tx, { bytes: paper.bytes, purpose: 'dispute.evidence' });
    if (!file) throw fail('DOCUMENT_REFUSED', { extra: { fault: 'kind' } });
    await tx.sql(insertPapers, [[file.id], id, entrance.side, mediaType, pages, tx.now]);
    const after = { fileId: file.id, sha256: file.sha256, side: entrance.side };
    tx.audit({ action: 'dispute.keepPaper', subjectKind: 'dispute', subjectId: id, after });
    return file.id;
  });
  return { fileId: view, mediaType, pages };
}

const ENDINGS: Readonly<Record<string, string>> = {
  ...{ 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' },
  ...{ 'video/mp4': 'mp4', 'video/webm': 'webm' },
};

/** A file of the case, for whoever may see the case. @throws ProblemError NOT_FOUND */
export async function readPaper(
  { database, files }: Place,
  entrance: Entrance,
  { id, fileId }: { id: string; fileId: string },
): Promise<DownloadedFile> {
  await findCase(database, id, entrance);
  const [paper] = await database.read(paperOfCase, [id, fileId]);
  const file = paper && (await files.read(database, fileId));
  if (!file) throw fail('NOT_FOUND');
  const name = `证据-${fileId.slice(-6)}.${ENDINGS[file.mediaType] ?? 'bin'}`;
  return { bytes: file.bytes, mediaType: file.mediaType, name, inline: file.mediaType !== 'application/pdf' };
}
