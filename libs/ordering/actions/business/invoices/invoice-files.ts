import { fail } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import {
  command,
  limitRate,
  takePaper,
  type CommandOptions,
  type Database,
  type DownloadedFile,
  type Files,
} from '@xihuo/platform';
import { countInvoiceFiles, insertInvoiceFile, invoiceFileOf, lockRequest } from '../../../store/business/invoice.sql';
import { invoiceFor, type InvoiceReader } from './view-invoices';

const LIMITS = { mostBytes: 12 * 1024 * 1024, mostPages: 20, mostPixels: 40_000_000 };
/** Of one request: the invoice, others in its place, red notes, and some that were sent by mistake. */
const MOST_FILES = 30;
const MOST_AN_HOUR = 60;

interface Place {
  readonly database: Database;
  readonly files: Files;
}

/** Keeps the file of an invoice. @throws ProblemError NOT_FOUND, DOCUMENT_REFUSED, TOO_MANY_DOCUMENTS, RATE_LIMITED */
export async function keepInvoiceFile(
  { database, files }: Place,
  ask: CommandOptions,
  { id, reader, bytes }: { id: string; reader: InvoiceReader; bytes: Promise<Buffer> },
): Promise<{ fileId: string }> {
  const request = await invoiceFor(database, id, reader);
  if (!reader.supplierIds.includes(request.supplier_id)) throw fail('NOT_FOUND');
  await limitRate(database, { name: 'invoiceFile', of: id, most: MOST_AN_HOUR, seconds: 3_600 });
  const attempted = { action: 'invoice.keepFile', subjectKind: 'invoiceRequest', subjectId: id };
  const paper = await takePaper({ database, ask }, attempted, { bytes: await bytes, limits: LIMITS });
  const { view } = await command(database, ask, async (tx) => {
    await tx.sql(lockRequest, [id]);
    const [known] = await tx.sql(countInvoiceFiles, [id]);
    if (known!.files >= MOST_FILES) throw fail('TOO_MANY_DOCUMENTS', { extra: { most: MOST_FILES } });
    const file = await files.put(tx, { bytes: paper.bytes, purpose: 'ordering.invoice' });
    must(file, 'what was looked through is of a kind we take');
    await tx.sql(insertInvoiceFile, [file.id, id, tx.now]);
    tx.audit({ ...attempted, after: { fileId: file.id, sha256: file.sha256 } });
    return file.id;
  });
  return { fileId: view };
}

const NAMES = { invoice: '发票', redNote: '红字发票' } as const;
const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** @throws ProblemError NOT_FOUND, DUTY_MISSING */
export async function readInvoiceFile(
  { database, files }: Place,
  { id, paperId }: { id: string; paperId: string },
  reader: InvoiceReader,
): Promise<DownloadedFile> {
  await invoiceFor(database, id, reader);
  return paperFile({ database, files }, { id, paperId });
}

/** A paper of a request that somebody was let to. @throws ProblemError NOT_FOUND */
export async function paperFile(
  { database, files }: Place,
  { id, paperId }: { id: string; paperId: string },
): Promise<DownloadedFile> {
  const [paper] = await database.read(invoiceFileOf, [id, paperId]);
  const file = paper ? await files.read(database, paper.file_id) : null;
  if (!paper || !file) throw fail('NOT_FOUND');
  const name = `${NAMES[paper.kind]}-${paper.number}.${ENDINGS[file.mediaType] ?? 'bin'}`;
  return { bytes: file.bytes, mediaType: file.mediaType, name, inline: true };
}
