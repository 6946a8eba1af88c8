import { fail } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import {
  takePaper,
  command,
  limitRate,
  type CleanPaper,
  type CommandOptions,
  type Database,
  type Files,
  type Tx,
} from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import type { Decider } from '../../rules/four-eyes';
import { countyPatterns } from '../../rules/jurisdiction';
import { belongsTo, ownSuppliers } from '../../rules/product/may-decide';
import { limitsNow } from '../paper-limits';
import { countPapers, insertPaper, paperFor, strangePapers } from '../../store/product/paper.sql';

/** Drawing a picture anew costs more than any other request. */
const MOST_AN_HOUR = 120;
const HOUR_SECONDS = 3_600;

interface Place {
  readonly database: Database;
  readonly files: Files;
}
interface OfProduct {
  readonly supplierId: string;
  readonly productId: string;
}

/**
 * Keeps a paper of a product. Pictures are drawn anew outside of any transaction: that takes time.
 *
 * @throws ProblemError NOT_FOUND, DOCUMENT_REFUSED, TOO_MANY_DOCUMENTS, RATE_LIMITED
 */
export async function keepPaper(
  { database, files }: Place,
  ask: CommandOptions,
  { supplierId, productId, bytes }: OfProduct & { bytes: Promise<Buffer> },
): Promise<{ fileId: string; mediaType: string; pages: number }> {
  must(ask.actor.kind === 'person', 'people hand in papers');
  const { personId, grants } = ask.actor;
  if (!belongsTo(supplierId, { personId, grants })) throw fail('NOT_FOUND');
  await limitRate(database, { name: 'productPaper', of: personId, most: MOST_AN_HOUR, seconds: HOUR_SECONDS });
  const attempted = { action: 'product.keepPaper', subjectKind: 'product', subjectId: productId };
  const paper = await takePaper({ database, ask }, attempted, {
    bytes: await bytes,
    limits: await limitsNow(database),
  });
  const { mediaType, pages } = paper;
  const { view } = await command(database, ask, (tx) =>
    putPaper(tx, files, { supplierId, productId, personId, paper }),
  );
  return { fileId: view, mediaType, pages };
}

/**
 * Puts a paper that was drawn anew beside a product; answers its file.
 *
 * @throws ProblemError TOO_MANY_DOCUMENTS
 */
export async function putPaper(
  tx: Tx,
  files: Files,
  { supplierId, productId, personId, paper }: OfProduct & { personId: string; paper: CleanPaper },
): Promise<string> {
  const [known] = await tx.sql(countPapers, [supplierId, productId]);
  const most = await policyOn(tx, 'admission.productPapersMax', time.businessDate(tx.now));
  if (known!.papers >= most) throw fail('TOO_MANY_DOCUMENTS', { extra: { most } });
  const file = await files.put(tx, { bytes: paper.bytes, purpose: 'admission.product' });
  must(file, 'what was drawn anew is of a kind we take');
  await tx.sql(insertPaper, [file.id, supplierId, productId, file.sha256, paper.pages, personId, tx.now]);
  const after = { fileId: file.id, sha256: file.sha256 };
  tx.audit({ action: 'product.keepPaper', subjectKind: 'product', subjectId: productId, after });
  return file.id;
}

/** The bytes of one, for whoever may read what it belongs to. */
export async function readPaper({ database, files }: Place, decider: Decider, fileId: string) {
  const [may] = await database.read(paperFor, [countyPatterns(decider.grants), ownSuppliers(decider), fileId]);
  const file = may ? await files.read(database, fileId) : null;
  if (!file) throw fail('NOT_FOUND');
  const end = { 'application/pdf': 'pdf', 'image/png': 'png' }[file.mediaType as string] ?? 'jpg';
  return { bytes: file.bytes, mediaType: file.mediaType, name: `产品材料-${fileId.slice(-6)}.${end}`, inline: true };
}

/** Nobody shows others' papers by naming them. @throws ProblemError PAPER_UNKNOWN */
export async function mustBeOwnPapers(
  tx: Tx,
  named: readonly (OfProduct & { fileIds: readonly (string | null)[] })[],
): Promise<void> {
  const rows = named.flatMap(({ supplierId, productId, fileIds }) =>
    fileIds.filter((id) => id !== null).map((id) => ({ supplier_id: supplierId, product_id: productId, file_id: id })),
  );
  if (rows.length === 0) return;
  const strange = await tx.sql(strangePapers, [JSON.stringify(rows)]);
  if (strange.length > 0) throw fail('PAPER_UNKNOWN', { extra: { fileIds: strange.map(({ file_id: id }) => id) } });
}
