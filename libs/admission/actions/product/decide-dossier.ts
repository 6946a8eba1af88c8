import { fail } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { switches, type Tx } from '@xihuo/platform';
import { productCriteria } from '../../rules/product/assess-product';
import { checklistFaults, unsavable, type Tick } from '../../rules/review/checklist';
import { decideDossierRow, dossierFindings, insertItems, type DossierFileRow } from '../../store/product/dossier.sql';
import { keepCertificates, putListings, supersedeApproved } from '../../store/product/listing.sql';
import type { ReviewKit } from '../review/review-kit';
import { openDossier } from './open-dossier';
import { tellSupplier } from './tell-supplier';

interface Decision {
  readonly id: string;
  readonly version: number;
  readonly reason: string;
}

/**
 * Lets a product be listed. Every criterion is ticked; where the reviewer says other than the machine, with a note. The version
 * approved before gives way in the same moment, so there is always exactly one that sells.
 *
 * @throws ProblemError of openDossier, PUBLISHING_PAUSED, CHECKLIST_INCOMPLETE, NOT_APPROVABLE
 */
export async function approveDossier(
  tx: Tx,
  kit: ReviewKit,
  { items, ...decision }: Decision & { items: readonly Tick[] },
): Promise<void> {
  const { row } = await openDossier(tx, { ...decision, action: 'approve' });
  await switches.mustGoOn(tx, 'publishing');
  await mustBeApprovable(tx, row, items);
  const by = personName(tx);
  must(tx.actor.kind === 'person', 'people tick');
  await tx.sql(insertItems, [row.id, JSON.stringify(items), tx.actor.personId, tx.now]);
  await tx.sql(decideDossierRow, [row.id, 'approved', by, tx.now, decision.reason, null]);
  await enlist(tx, [row.id], by);
  audit(tx, row, { action: 'approve', state: 'approved', reason: decision.reason });
  tx.emit('dossierApproved', { dossierId: row.id, supplierId: row.supplier_id, productId: row.product_id });
  await tellSupplier(tx, kit, { about: row, message: 'dossierApproved', reason: decision.reason });
}

/** What dossiers allow once they are approved: the listing opens, and what they prove is watched from now on. */
export async function enlist(tx: Tx, ids: readonly string[], by: string): Promise<void> {
  await tx.sql(supersedeApproved, [ids]);
  const listed = await tx.sql(putListings, [ids, tx.now, by]);
  must(listed.length === ids.length, 'every approved dossier opens its listing');
  await tx.sql(keepCertificates, [ids, tx.now, by]);
}

/** Sends a dossier back; the corrected one is the next version. */
export async function correctDossier(
  tx: Tx,
  kit: ReviewKit,
  { fields, ...decision }: Decision & { fields: readonly { pointer: string; note: string }[] },
): Promise<void> {
  const { row } = await openDossier(tx, { ...decision, action: 'requestCorrections' });
  const { reason } = decision;
  await tx.sql(decideDossierRow, [
    row.id,
    'correctionsRequested',
    personName(tx),
    tx.now,
    reason,
    JSON.stringify(fields),
  ]);
  audit(tx, row, { action: 'requestCorrections', state: 'correctionsRequested', reason });
  await tellSupplier(tx, kit, { about: row, message: 'dossierCorrections', reason });
}

/** Refuses a dossier; what was approved before goes on selling. */
export async function rejectDossier(tx: Tx, kit: ReviewKit, decision: Decision): Promise<void> {
  const { row } = await openDossier(tx, { ...decision, action: 'reject' });
  await tx.sql(decideDossierRow, [row.id, 'rejected', personName(tx), tx.now, decision.reason, null]);
  audit(tx, row, { action: 'reject', state: 'rejected', reason: decision.reason });
  await tellSupplier(tx, kit, { about: row, message: 'dossierRejected', reason: decision.reason });
}

export async function withdrawDossier(tx: Tx, decision: Decision): Promise<void> {
  const { row } = await openDossier(tx, { ...decision, action: 'withdraw' });
  await tx.sql(decideDossierRow, [row.id, 'withdrawn', personName(tx), tx.now, decision.reason, null]);
  audit(tx, row, { action: 'withdraw', state: 'withdrawn', reason: decision.reason });
}

async function mustBeApprovable(tx: Tx, row: DossierFileRow, items: readonly Tick[]): Promise<void> {
  const { product } = row.evidence.dossier;
  if (product.saleBannedReason !== null) {
    throw fail('NOT_APPROVABLE', { extra: { obstacles: [{ code: 'saleBanned', reason: product.saleBannedReason }] } });
  }
  const kind = row.evidence.lookedUp.supplierKind;
  const checklist = productCriteria(row, { category: product.category, kind });
  const machine = new Map(
    (await tx.sql(dossierFindings, [row.id])).map(({ criterion, result }) => [criterion, result]),
  );
  const twice = items.length !== new Set(items.map(({ criterion }) => criterion)).size;
  const faults = [...unsavable(checklist, items), ...checklistFaults('approve', checklist, items, machine)];
  if (twice || faults.length > 0) throw fail('CHECKLIST_INCOMPLETE', { extra: { faults } });
}

function audit(
  tx: Tx,
  row: DossierFileRow,
  { action, state, reason }: { action: string; state: string; reason: string },
): void {
  tx.audit({
    action: `dossier.${action}`,
    subjectKind: 'dossier',
    subjectId: row.id,
    before: { state: row.state },
    after: { state, reason },
  });
}

export function personName({ actor }: Tx): string {
  must(actor.kind === 'person', 'people decide');
  return `person:${actor.personId}`;
}
