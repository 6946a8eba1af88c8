import { fail, type InputOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { belongsTo } from '../../rules/product/may-decide';
import { approvedDossier, insertRecognition, resubmitRecognition } from '../../store/recognition/recognition.sql';
import { mustBeOwnPapers } from '../product/papers';
import { tellRoles } from '../product/tell-supplier';
import type { ReviewKit } from '../review/review-kit';
import { openRecognition } from './open-recognition';

type Asked = InputOf<'POST /admission/recognitions/{id}/resubmit'>['body'];

const COUNTY = ['countyAgriculture', 'countyRevitalisation'];

/**
 * Asks for the recognition of a product whose dossier is approved: by its county, or by an association whose decision is handed
 * in. Either way the county stamps the assistance attribute, and the platform checks.
 *
 * @throws ProblemError NOT_FOUND, DOSSIER_NOT_APPROVED, ISSUER_MISSING, RECOGNITION_OPEN, PAPER_UNKNOWN
 */
export async function askRecognition(
  tx: Tx,
  kit: ReviewKit,
  { supplierId, productId, ...asked }: Asked & { supplierId: string; productId: string },
): Promise<{ id: string }> {
  tx.attempt({ action: 'recognition.ask', subjectKind: 'product', subjectId: productId });
  must(tx.actor.kind === 'person', 'people ask for a recognition');
  const { personId, grants } = tx.actor;
  if (!belongsTo(supplierId, { personId, grants })) throw fail('NOT_FOUND');
  await mustBeOwnPapers(tx, [{ supplierId, productId, fileIds: asked.evidence.map(({ fileId }) => fileId) }]);
  const dossier = await approvedOf(tx, supplierId, productId);
  const [row] = await tx.sql(insertRecognition, [
    ...[supplierId, productId, dossier.id, dossier.county_code],
    ...issuerOf(asked, dossier.county_name),
    ...[JSON.stringify(asked.evidence), personId, tx.now],
  ]);
  if (!row) throw fail('RECOGNITION_OPEN');
  const after = { supplierId, productId, dossierId: dossier.id, issuerKind: asked.issuerKind };
  tx.audit({ action: 'recognition.ask', subjectKind: 'recognition', subjectId: row.id, after });
  const about = { ...dossier, id: row.id, supplier_id: supplierId, row_version: 1 };
  await tellRoles(tx, kit, COUNTY, { about, message: 'recognitionWaits' });
  return row;
}

/** Hands it in again, corrected; the county stamps what it is now. */
export async function resubmit(
  tx: Tx,
  kit: ReviewKit,
  { id, version, ...asked }: Asked & { id: string; version: number },
): Promise<void> {
  const { row, decider } = await openRecognition(tx, { id, version, action: 'resubmit' });
  const of = { supplierId: row.supplier_id, productId: row.product_id };
  await mustBeOwnPapers(tx, [{ ...of, fileIds: asked.evidence.map(({ fileId }) => fileId) }]);
  const dossier = await approvedOf(tx, of.supplierId, of.productId);
  await tx.sql(resubmitRecognition, [
    ...[id, dossier.id, dossier.county_code],
    ...issuerOf(asked, dossier.county_name),
    ...[JSON.stringify(asked.evidence), decider.personId, tx.now],
  ]);
  const after = { state: 'submitted', dossierId: dossier.id, issuerKind: asked.issuerKind };
  tx.audit({
    action: 'recognition.resubmit',
    subjectKind: 'recognition',
    subjectId: id,
    before: { state: row.state },
    after,
  });
  const about = { ...row, row_version: row.row_version + 1 };
  await tellRoles(tx, kit, COUNTY, { about, message: 'recognitionWaits' });
}

async function approvedOf(tx: Tx, supplierId: string, productId: string) {
  const [dossier] = await tx.sql(approvedDossier, [supplierId, productId]);
  if (!dossier) throw fail('DOSSIER_NOT_APPROVED');
  return dossier;
}

/** A county's recognition names the county; an association is named with the number of its decision. */
function issuerOf({ issuerKind, issuerName, scheme, certificateNumber }: Asked, countyName: string): unknown[] {
  if (issuerKind === 'county') return ['county', countyName, scheme, certificateNumber ?? null];
  if (issuerName === undefined || certificateNumber === undefined) throw fail('ISSUER_MISSING');
  return ['association', issuerName, scheme, certificateNumber];
}
