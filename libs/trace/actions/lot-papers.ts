import { fail } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import {
  command,
  limitRate,
  takePaper,
  type CommandOptions,
  type Database,
  type DownloadedFile,
  type Files,
  type Tx,
} from '@xihuo/platform';
import {
  countLotPapers,
  insertLotPaper,
  paperOfSuppliers,
  strangeLotPapers,
  supplierOfDesk,
  ticketOfHousehold,
} from '../store/lot-paper.sql';
import { ownHouseholds, sideOf } from './trace-kit';

const LIMITS = { mostBytes: 12 * 1024 * 1024, mostPages: 20, mostPixels: 40_000_000 };
/** Of one supplier in a day: a harvest day at three scales has some hundreds of tickets. */
const MOST_A_DAY = 2_000;
/** Drawing a picture anew costs more than any other request; a queue kept offline comes in at once. */
const MOST_AN_HOUR = 300;

interface Place {
  readonly database: Database;
  readonly files: Files;
}

/** Keeps a ticket, signed sheet, certificate or report of a supplier; by its clerk or an officer of its county. @throws ProblemError NOT_FOUND, DOCUMENT_REFUSED, TOO_MANY_DOCUMENTS, RATE_LIMITED */
export async function keepLotPaper(
  { database, files }: Place,
  ask: CommandOptions,
  { supplierId, bytes }: { supplierId: string; bytes: Promise<Buffer> },
): Promise<{ fileId: string; mediaType: string; pages: number }> {
  must(ask.actor.kind === 'person', 'people hand in papers');
  const { personId } = ask.actor;
  const [suppliers, , counties] = sideOf(ask.actor, 'desk');
  if (!(await database.read(supplierOfDesk, [supplierId, suppliers, counties]))[0]) throw fail('NOT_FOUND');
  await limitRate(database, { name: 'lotPaper', of: personId, most: MOST_AN_HOUR, seconds: 3_600 });
  const attempted = { action: 'lot.keepPaper', subjectKind: 'supplier', subjectId: supplierId };
  const paper = await takePaper({ database, ask }, attempted, { bytes: await bytes, limits: LIMITS });
  const { view } = await command(database, ask, async (tx) => {
    const [known] = await tx.sql(countLotPapers, [supplierId, time.addHours(tx.now, -24)]);
    if (known!.papers >= MOST_A_DAY) throw fail('TOO_MANY_DOCUMENTS', { extra: { most: MOST_A_DAY } });
    const file = await files.put(tx, { bytes: paper.bytes, purpose: 'trace.lot' });
    must(file, 'what was drawn anew is of a kind we take');
    await tx.sql(insertLotPaper, [file.id, supplierId, file.sha256, paper.pages, personId, tx.now]);
    tx.audit({ ...attempted, after: { fileId: file.id, sha256: file.sha256 } });
    return file.id;
  });
  return { fileId: view, mediaType: paper.mediaType, pages: paper.pages };
}

/** Nobody shows others' papers by naming them. @throws ProblemError PAPER_UNKNOWN */
export async function mustBeLotPapers(
  tx: Tx,
  supplierId: string,
  papers: Readonly<Record<string, string | null>>,
): Promise<void> {
  const named = Object.entries(papers).filter((entry): entry is [string, string] => entry[1] !== null);
  if (named.length === 0) return;
  const [strange] = await tx.sql(strangeLotPapers, [supplierId, named.map(([, id]) => id)]);
  const field = strange && named.find(([, id]) => id === strange.file_id);
  if (field) throw fail.inField('PAPER_UNKNOWN', field[0], 'not a paper this supplier handed in');
}

export async function readLotPaper(
  { database, files }: Place,
  ask: CommandOptions,
  id: string,
): Promise<DownloadedFile> {
  const [suppliers, , counties] = sideOf(ask.actor, 'desk');
  const [paper] = await database.read(paperOfSuppliers, [id, suppliers, counties]);
  return open({ database, files }, paper?.file_id);
}

/** The ticket of a delivery, for the household that brought it. */
export async function readTicket({ database, files }: Place, ask: CommandOptions, id: string): Promise<DownloadedFile> {
  const [paper] = await database.read(ticketOfHousehold, [id, ownHouseholds(ask.actor)]);
  return open({ database, files }, paper?.file_id);
}

async function open({ database, files }: Place, fileId: string | undefined): Promise<DownloadedFile> {
  const file = fileId === undefined ? null : await files.read(database, fileId);
  if (!file) throw fail('NOT_FOUND');
  return { bytes: file.bytes, mediaType: file.mediaType, name: `ticket-${file.id.slice(-6)}`, inline: true };
}
