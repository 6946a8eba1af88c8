import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import {
  command,
  newId,
  takePaper,
  type CleanPaper,
  type CommandOptions,
  type Database,
  type Files,
  type Grant,
  type Tx,
} from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { countyPatterns } from '../../rules/jurisdiction';
import { documentView } from '../../store/application/views';
import { documentFor, insertDocument, removeDocument } from '../../store/application/paper.sql';
import { touchApplication } from '../../store/review/case.sql';
import { limitsOn } from '../paper-limits';
import { lockEditable, suppliersOf, type OwnFile } from './own-file';

/** What names households, or shows where somebody lives: whoever judges by it is on the record. */
const PERSONAL: readonly string[] = ['linkageAgreement', 'householdConsent'];

type Wanted = InputOf<'POST /admission/applications/{id}/documents'>['query'] & { id: string };
type AddedPaper = ResponseOf<'POST /admission/applications/{id}/documents'>;

export interface PaperKit {
  readonly database: Database;
  readonly files: Files;
  readonly ask: CommandOptions;
}

/**
 * Keeps a paper of an application while it may be changed. Asked before the work and again with the row locked: a picture is drawn
 * anew outside of any transaction, since that takes time.
 *
 * @throws ProblemError NOT_FOUND, NOT_AT_THIS_STEP, TOO_MANY_DOCUMENTS, DOCUMENT_REFUSED
 */
export async function addPaper({ database, files, ask }: PaperKit, wanted: Wanted, bytes: Buffer): Promise<AddedPaper> {
  const { view: limits } = await command(database, ask, async (tx) => {
    await mayAdd(tx, wanted.id);
    return limitsOn(tx);
  });
  const attempted = { action: 'application.addPaper', subjectKind: 'application', subjectId: wanted.id };
  const paper = await takePaper({ database, ask }, attempted, { bytes, limits });
  return (await command(database, ask, (tx) => keepPaper(tx, files, wanted, paper))).view;
}

async function mayAdd(tx: Tx, id: string): Promise<OwnFile> {
  const own = await lockEditable(tx, { id, action: 'addPaper', version: null });
  const most = await policyOn(tx, 'admission.documentsMax', time.businessDate(tx.now));
  if (own.row.documents.length >= most) throw fail('TOO_MANY_DOCUMENTS', { extra: { most } });
  return own;
}

/**
 * Keeps a paper that was found clean.
 *
 * @throws ProblemError NOT_FOUND, NOT_AT_THIS_STEP, TOO_MANY_DOCUMENTS
 */
export async function keepPaper(
  tx: Tx,
  files: Files,
  { id, kind, name, validUntil }: Wanted,
  paper: CleanPaper,
): Promise<AddedPaper> {
  const { row, personId } = await mayAdd(tx, id);
  const file = await files.put(tx, { bytes: paper.bytes, purpose: `admission.${kind}` });
  must(file, 'a clean paper is of a kind we take');
  const [document] = await tx.sql(insertDocument, [
    ...[newId(), row.id, kind, file.id, file.sha256, name, paper.mediaType, file.sizeBytes, paper.pages],
    ...[validUntil ?? null, personId, tx.now],
  ]);
  must(document, 'a paper was written');
  tx.audit({
    action: 'application.addPaper',
    subjectKind: 'application',
    subjectId: row.id,
    after: { documentId: document.id, kind, sha256: file.sha256 },
  });
  return { document: documentView(document), version: await touched(tx, row.id) };
}

/** Takes a paper back. What was judged by it before stays readable. @throws ProblemError NOT_FOUND, NOT_AT_THIS_STEP */
export async function takePaperBack(
  tx: Tx,
  { id, documentId }: { id: string; documentId: string },
): Promise<{ version: number }> {
  const { row } = await lockEditable(tx, { id, action: 'removePaper', version: null });
  const [removed] = await tx.sql(removeDocument, [row.id, documentId, tx.now]);
  if (!removed) throw fail('NOT_FOUND');
  tx.audit({
    action: 'application.removePaper',
    subjectKind: 'application',
    subjectId: row.id,
    before: { documentId, kind: removed.kind },
  });
  return { version: await touched(tx, row.id) };
}

async function touched(tx: Tx, id: string): Promise<number> {
  const [row] = await tx.sql(touchApplication, [id]);
  must(row, 'a locked application is there');
  return row.row_version;
}

/** The bytes of a paper, for whom it is there. @throws ProblemError NOT_FOUND */
export async function readPaper(
  { database, files, ask }: PaperKit,
  grants: readonly Grant[],
  { id, documentId }: { id: string; documentId: string },
): Promise<{ bytes: Buffer; mediaType: string; name: string }> {
  const suppliers = suppliersOf(grants);
  const [document] = await database.read(documentFor, [id, documentId, suppliers, countyPatterns(grants)]);
  const file = document && (await files.read(database, document.file_id));
  if (!document || !file) throw fail('NOT_FOUND');
  if (PERSONAL.includes(document.kind) && !suppliers.includes(document.supplier_id)) {
    await command(database, ask, async (tx) => {
      const after = { documentId, kind: document.kind };
      tx.audit({ action: 'application.readPaper', subjectKind: 'application', subjectId: id, after });
    });
  }
  return { bytes: file.bytes, mediaType: file.mediaType, name: document.name };
}
