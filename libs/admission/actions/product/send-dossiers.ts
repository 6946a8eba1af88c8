import { fail } from '@xihuo/contract';
import { canonicalJson, must, time } from '@xihuo/kernel';
import { type Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { createHash } from 'node:crypto';
import { assessProduct } from '../../rules/product/assess-product';
import type { ProductDossier, ProductEvidence, ProductLookedUp } from '../../rules/product/product-evidence';
import { standardOn } from '../../store/application.sql';
import {
  insertDossierFindings,
  insertDossiers,
  lookUpProducts,
  newestDossiers,
  supersedeWaiting,
} from '../../store/product/dossier.sql';
import { checklistView } from '../../store/product/views';
import { standardOf } from '../standard-of';
import type { ReviewKit } from '../review/review-kit';
import { mustBeOwnPapers } from './papers';
import { tellRoles } from './tell-supplier';

export interface SentDossier {
  readonly id: string;
  readonly supplierId: string;
  readonly productId: string;
  readonly version: number;
}

interface Prepared {
  readonly dossier: ProductDossier;
  readonly evidence: ProductEvidence;
  readonly version: number;
  readonly sha256: string;
}

/**
 * Takes dossiers that catalogue sends down: freezes each with what registers and settings say today, as the next version, and
 * judges it by the standard in force. Findings are kept and stop nothing. What waited before gives way; what is approved goes on
 * selling.
 *
 * @param kit where reviewers are to be told that something waits
 * @throws ProblemError SUPPLIER_NOT_ADMITTED, DOSSIER_UNCHANGED, PAPER_UNKNOWN
 */
export async function sendDossiers(
  tx: Tx,
  dossiers: readonly ProductDossier[],
  kit?: ReviewKit,
): Promise<SentDossier[]> {
  const today = time.businessDate(tx.now);
  const [standardRow] = await tx.sql(standardOn, [today]);
  must(standardRow, `no admission standard is in force on ${today}`);
  const standard = standardOf(standardRow);
  await mustBeOwnPapers(
    tx,
    dossiers.map(({ form, ...of }) => ({ ...of, fileIds: filesOf(form) })),
  );
  const prepared = await prepare(tx, dossiers, today);
  const keys = JSON.stringify(dossiers.map(keyOf));
  await tx.sql(supersedeWaiting, [keys, tx.now]);
  const sent = await tx.sql(insertDossiers, [
    JSON.stringify(prepared.map(rowOf)),
    ...[standard.version, today, tx.actor.kind === 'person' ? tx.actor.personId : null, tx.now],
  ]);
  const evidenceOf = new Map(
    prepared.map(({ dossier, evidence }) => [key(dossier.supplierId, dossier.productId), evidence]),
  );
  const findings = sent.flatMap((row) =>
    assessProduct(standard, evidenceOf.get(key(row.supplier_id, row.product_id))!, today).map((finding) => ({
      dossier_id: row.id,
      criterion: finding.criterion,
      result: finding.result,
      check_version: finding.check,
      facts: finding.reasons,
    })),
  );
  await tx.sql(insertDossierFindings, [JSON.stringify(findings)]);
  for (const row of sent) {
    tx.audit({
      action: 'dossier.send',
      subjectKind: 'dossier',
      subjectId: row.id,
      after: { supplierId: row.supplier_id, productId: row.product_id, version: row.version },
    });
  }
  if (kit) await tellReviewers(tx, kit, prepared, sent);
  return sent.map((row) => ({
    id: row.id,
    supplierId: row.supplier_id,
    productId: row.product_id,
    version: row.version,
  }));
}

async function tellReviewers(
  tx: Tx,
  kit: ReviewKit,
  prepared: readonly Prepared[],
  sent: readonly { id: string; supplier_id: string; product_id: string }[],
): Promise<void> {
  const of = new Map(prepared.map((one) => [key(one.dossier.supplierId, one.dossier.productId), one]));
  for (const row of sent) {
    const { dossier, evidence } = of.get(key(row.supplier_id, row.product_id))!;
    const about = { ...row, county_code: evidence.lookedUp.countyCode, product_name: dossier.product.nameZh };
    await tellRoles(tx, kit, ['reviewer'], { about, message: 'dossierWaits' });
  }
}

/** What machines would find in a dossier were it sent now, beside the rules they go by. */
export async function previewDossier(tx: Tx, dossier: ProductDossier): Promise<ReturnType<typeof checklistView>> {
  const today = time.businessDate(tx.now);
  const [standardRow] = await tx.sql(standardOn, [today]);
  must(standardRow, `no admission standard is in force on ${today}`);
  const standard = standardOf(standardRow);
  const evidence = await evidenceFor(tx, [dossier], today);
  const found = assessProduct(standard, evidence(dossier).evidence, today).map(({ check, reasons, ...finding }) => ({
    ...finding,
    check_version: check,
    facts: [...reasons],
  }));
  return checklistView(standard.criteria, found);
}

async function prepare(tx: Tx, dossiers: readonly ProductDossier[], today: string): Promise<Prepared[]> {
  const evidence = await evidenceFor(tx, dossiers, today);
  const newest = new Map(
    (await tx.sql(newestDossiers, [JSON.stringify(dossiers.map(keyOf))])).map((row) => [
      key(row.supplier_id, row.product_id),
      row,
    ]),
  );
  return dossiers.map((dossier) => {
    const { certified, evidence: frozen } = evidence(dossier);
    if (!certified) throw fail('SUPPLIER_NOT_ADMITTED');
    const before = newest.get(key(dossier.supplierId, dossier.productId));
    const sha256 = contentHash(dossier);
    const stands = before?.state === 'submitted' || before?.state === 'approved';
    if (before && stands && before.evidence_sha256.toString('hex') === sha256) throw fail('DOSSIER_UNCHANGED');
    return { dossier, evidence: frozen, version: (before?.version ?? 0) + 1, sha256 };
  });
}

/** Looks the suppliers and counties of dossiers up, and answers for each what it is judged on. */
async function evidenceFor(tx: Tx, dossiers: readonly ProductDossier[], today: string) {
  const settings: ProductLookedUp['settings'] = {
    testReportMonths: await policyOn(tx, 'admission.testReportMonths', today),
    peerToleranceBp: await policyOn(tx, 'admission.peerToleranceBp', today),
    annualValueFen: await policyOn(tx, 'admission.annualValueFen', today),
  };
  const given = dossiers.map(({ supplierId, productId, form }) => ({
    ...{ supplier_id: supplierId, product_id: productId },
    ...{ produced_in: form.producedInCounty, raw_material: form.rawMaterialCounty },
  }));
  const rows = await tx.sql(lookUpProducts, [JSON.stringify(given)]);
  const found = new Map(rows.map((row) => [key(row.supplier_id, row.product_id), row]));
  return (dossier: ProductDossier): { certified: boolean; evidence: ProductEvidence } => {
    const row = found.get(key(dossier.supplierId, dossier.productId));
    must(row, 'the sender of a dossier is a known organisation');
    const lookedUp = {
      supplierKind: row.supplier_kind,
      countyCode: row.county_code,
      countyLists: row.county_lists,
      settings,
    };
    return { certified: row.certified, evidence: { dossier, lookedUp } };
  };
}

/** Others' prices move by themselves: they make no new version. */
function contentHash({ peers: _peers, ...own }: ProductDossier): string {
  return createHash('sha256').update(canonicalJson(own)).digest('hex');
}

function filesOf({ originEvidence, testReport, marks, label }: ProductDossier['form']): (string | null)[] {
  return [...originEvidence, testReport, ...marks, label].map((named) => named?.fileId ?? null);
}

function rowOf({ dossier, evidence, version, sha256 }: Prepared) {
  return {
    ...keyOf(dossier),
    ...{ version, sha256, evidence },
    product_name: dossier.product.nameZh,
    category: dossier.product.category,
    county_code: evidence.lookedUp.countyCode,
  };
}

function keyOf({ supplierId, productId }: ProductDossier) {
  return { supplier_id: supplierId, product_id: productId };
}

function key(supplierId: string, productId: string): string {
  return `${supplierId} ${productId}`;
}
