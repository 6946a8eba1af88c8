import { fail } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import {
  takePaper,
  command,
  limitRate,
  type CommandOptions,
  type Database,
  type Files,
  type Tx,
} from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { countyPatterns } from '../../rules/jurisdiction';
import { supplierWithin } from '../../store/watch/overview.sql';
import { countSupplierPapers, insertSupplierPaper, strangeSupplierPapers } from '../../store/watch/supplier-paper.sql';
import { limitsNow } from '../paper-limits';
import { ownSuppliers } from './open-matter';

const WITHIN_DAYS = 30;
/** Drawing a picture anew costs more than any other request. */
const MOST_AN_HOUR = 60;
const HOUR_SECONDS = 3_600;

interface Place {
  readonly database: Database;
  readonly files: Files;
}

/**
 * Keeps a paper about a supplier, from itself or from a reviewer of its county. Pictures are drawn anew outside of any
 * transaction: that takes time.
 *
 * @throws ProblemError NOT_FOUND, DOCUMENT_REFUSED, TOO_MANY_DOCUMENTS, RATE_LIMITED
 */
export async function keepSupplierPaper(
  { database, files }: Place,
  ask: CommandOptions,
  { supplierId, side, bytes }: { supplierId: string; side: 'authority' | 'supplier'; bytes: Promise<Buffer> },
): Promise<{ fileId: string; mediaType: string; pages: number }> {
  must(ask.actor.kind === 'person', 'people hand in papers');
  const { personId, grants } = ask.actor;
  const may =
    side === 'supplier'
      ? ownSuppliers({ personId, grants }).includes(supplierId)
      : (await database.read(supplierWithin, [supplierId, countyPatterns(grants)])).length > 0;
  if (!may) throw fail('NOT_FOUND');
  await limitRate(database, { name: 'supplierPaper', of: personId, most: MOST_AN_HOUR, seconds: HOUR_SECONDS });
  const attempted = { action: 'supplier.keepPaper', subjectKind: 'supplier', subjectId: supplierId };
  const paper = await takePaper({ database, ask }, attempted, {
    bytes: await bytes,
    limits: await limitsNow(database),
  });
  const { mediaType, pages } = paper;
  const { view } = await command(database, ask, async (tx) => {
    const since = time.addHours(tx.now, -24 * WITHIN_DAYS);
    const [known] = await tx.sql(countSupplierPapers, [supplierId, since]);
    const most = await policyOn(tx, 'admission.supplierPapersMax', time.businessDate(tx.now));
    if (known!.papers >= most) throw fail('TOO_MANY_DOCUMENTS', { extra: { most } });
    const file = await files.put(tx, { bytes: paper.bytes, purpose: 'admission.supplier' });
    must(file, 'what was drawn anew is of a kind we take');
    await tx.sql(insertSupplierPaper, [file.id, supplierId, file.sha256, pages, personId, tx.now]);
    const after = { fileId: file.id, sha256: file.sha256 };
    tx.audit({ action: 'supplier.keepPaper', subjectKind: 'supplier', subjectId: supplierId, after });
    return file.id;
  });
  return { fileId: view, mediaType, pages };
}

/** Nobody shows others' papers by naming them. @throws ProblemError PAPER_UNKNOWN */
export async function mustBePapersOf(tx: Tx, supplierId: string, fileIds: readonly (string | null)[]): Promise<void> {
  const named = fileIds.filter((id) => id !== null);
  if (named.length === 0) return;
  const strange = await tx.sql(strangeSupplierPapers, [supplierId, named]);
  if (strange.length > 0) throw fail('PAPER_UNKNOWN', { extra: { fileIds: strange.map(({ file_id: id }) => id) } });
}
