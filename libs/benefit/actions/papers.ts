import { fail, type ResponseOf } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import {
  command,
  limitRate,
  takePaper,
  type CleanPaper,
  type CommandOptions,
  type Database,
  type DownloadedFile,
  type Files,
  type Tx,
} from '@xihuo/platform';
import { linkedHousehold } from '../store/parties.sql';
import { countPapers, insertPaper, paperFor, strangePapers } from '../store/paper.sql';
import { readableSupplier } from '../store/people.sql';
import { fieldFault, ownHouseholds, personOf, sideOf } from './benefit-kit';

const LIMITS = { mostBytes: 12 * 1024 * 1024, mostPages: 20, mostPixels: 40_000_000 };
/** Of one supplier in a day: a village that signs on paper brings some hundreds of sheets. */
const MOST_A_DAY = 1_000;
const MOST_AN_HOUR = 300;

interface Place {
  readonly database: Database;
  readonly files: Files;
}

export interface PaperOf {
  readonly supplierId: string;
  readonly householdId?: string | undefined;
}

/**
 * Keeps the photo of a signed sheet, a receipt or a resolution; by the supplier's clerk or an officer of its county.
 *
 * @throws ProblemError NOT_FOUND, DOCUMENT_REFUSED, TOO_MANY_DOCUMENTS, RATE_LIMITED
 */
export async function keepPaper(
  { database, files }: Place,
  ask: CommandOptions,
  { supplierId, householdId, bytes }: PaperOf & { bytes: Promise<Buffer> },
): Promise<ResponseOf<'POST /benefit/papers'>> {
  must(ask.actor.kind === 'person', 'people hand in papers');
  const { personId } = ask.actor;
  const attempted = { action: 'benefit.keepPaper', subjectKind: 'supplier', subjectId: supplierId };
  const [suppliers, counties] = sideOf(ask.actor, 'witnesses');
  const [supplier] = await database.read(readableSupplier, [supplierId, suppliers, counties]);
  if (!supplier) throw fail('NOT_FOUND');
  if (householdId !== undefined && !(await database.read(linkedHousehold, [householdId, supplierId]))[0])
    throw fail('NOT_FOUND');
  await limitRate(database, { name: 'benefitPaper', of: personId, most: MOST_AN_HOUR, seconds: 3_600 });
  const paper = await takePaper({ database, ask }, attempted, { bytes: await bytes, limits: LIMITS });
  const { view } = await command(database, ask, async (tx) => {
    const [known] = await tx.sql(countPapers, [supplierId, time.addHours(tx.now, -24)]);
    if (known!.papers >= MOST_A_DAY) throw fail('TOO_MANY_DOCUMENTS', { extra: { most: MOST_A_DAY } });
    return putPaper(tx, files, { supplierId, householdId, paper });
  });
  return { paperId: view, mediaType: paper.mediaType, pages: paper.pages };
}

/** Keeps a paper that was looked through, in the name of whoever hands it in. Answers its id. */
export async function putPaper(
  tx: Tx,
  files: Files,
  { supplierId, householdId, paper }: PaperOf & { paper: CleanPaper },
): Promise<string> {
  const file = await files.put(tx, { bytes: paper.bytes, purpose: 'benefit.paper' });
  must(file, 'what was drawn anew is of a kind we take');
  await tx.sql(insertPaper, [
    ...[file.id, supplierId, householdId ?? null, file.sha256, paper.pages, personOf(tx), tx.now],
  ]);
  tx.audit({
    ...{ action: 'benefit.keepPaper', subjectKind: 'supplier', subjectId: supplierId },
    after: { fileId: file.id, sha256: file.sha256 },
  });
  return file.id;
}

/**
 * Nobody proves anything by others' papers, nor by a sheet that is about another household.
 *
 * @param papers ids by the field that names them
 * @throws ProblemError PAPER_UNKNOWN
 */
export async function mustBePapers(
  tx: Tx,
  { supplierId, householdId }: PaperOf,
  papers: Readonly<Record<string, string | null>>,
): Promise<void> {
  const named = Object.entries(papers).filter((entry): entry is [string, string] => entry[1] !== null);
  if (named.length === 0) return;
  const [strange] = await tx.sql(strangePapers, [supplierId, named.map(([, id]) => id), householdId ?? null]);
  const field = strange && named.find(([, id]) => id === strange.file_id);
  if (field) throw fieldFault('PAPER_UNKNOWN', field[0], 'not a paper of this supplier and household');
}

/** @throws ProblemError NOT_FOUND */
export async function readPaper({ database, files }: Place, ask: CommandOptions, id: string): Promise<DownloadedFile> {
  const [suppliers, counties] = sideOf(ask.actor, 'readers');
  const [paper] = await database.read(paperFor, [suppliers, counties, ownHouseholds(ask.actor), id]);
  const file = paper ? await files.read(database, paper.file_id) : null;
  if (!file) throw fail('NOT_FOUND');
  return { bytes: file.bytes, mediaType: file.mediaType, name: `paper-${file.id.slice(-6)}`, inline: true };
}
