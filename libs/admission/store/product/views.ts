import type { ResponseOf } from '@xihuo/contract';
import type { Decider } from '../../rules/four-eyes';
import { productCriteria } from '../../rules/product/assess-product';
import { changedPointers } from '../../rules/product/changed-pointers';
import { dossierRefusal, type DossierAction } from '../../rules/product/may-decide';
import type { ProductEvidence } from '../../rules/product/product-evidence';
import { productSentence } from '../../rules/product/product-sentence';
import type { Tick } from '../../rules/review/checklist';
import type { Criterion } from '../../rules/standard';
import type { DossierFileRow, DossierFindingRow, DossierRow } from './dossier.sql';
import type { ListingRow } from './listing.sql';

type Entry = ResponseOf<'GET /admission/dossiers'>['data'][number];
type View = ResponseOf<'GET /admission/dossiers/{id}'>;
type Refusal = View['actions'][number]['why'];

export function dossierEntry(row: DossierRow): Entry {
  return {
    id: row.id,
    supplier: { id: row.supplier_id, name: row.supplier_name },
    product: { id: row.product_id, name: row.product_name, category: row.category },
    county: { code: row.county_code, name: row.county_name, provinceName: row.province_name },
    dossierVersion: row.version,
    state: row.state,
    submittedAt: row.submitted_at.toISOString(),
    decidedAt: row.decided_at?.toISOString() ?? null,
    reason: row.reason,
    faults: row.faults,
    onSale: row.on_sale,
  };
}

const ACTIONS: readonly DossierAction[] = ['approve', 'requestCorrections', 'reject', 'withdraw'];

export function dossierView(
  row: DossierFileRow,
  { findings, items, decider }: { findings: readonly DossierFindingRow[]; items: readonly Tick[]; decider: Decider },
): View {
  const { dossier, lookedUp } = row.evidence;
  const asked = productCriteria(row, { category: dossier.product.category, kind: lookedUp.supplierKind });
  return {
    ...dossierEntry(row),
    version: row.row_version,
    standardVersion: row.standard_version,
    judgedOn: row.judged_on,
    submittedBy: row.submitted_name,
    decidedBy: row.decided_name ?? row.decided_by,
    form: dossier.form,
    facts: factsView(row.evidence),
    before: row.approved_evidence === null ? null : shown(row.approved_evidence),
    changed: row.approved_evidence === null ? [] : changedPointers(shown(row.approved_evidence), shown(row.evidence)),
    checklist: checklistView(asked, findings),
    items: items.map(({ criterion, result, note }) => ({ criterion, result, note })),
    corrections: row.corrections ?? [],
    actions: ACTIONS.map((action) => {
      const why = dossierRefusal(action, matter(row), decider) as Refusal;
      return { action, allowed: why === null, why };
    }),
  };
}

/** Findings of a dossier beside the rule they rest on, in the order of the standard. */
export function checklistView(
  criteria: readonly Criterion[],
  findings: readonly DossierFindingRow[],
): View['checklist'] {
  const found = new Map(findings.map((finding) => [finding.criterion, finding]));
  return criteria.flatMap(({ id, nameZh, nameEn, kind, source, howVerified: how, howVerifiedEn: howEn }) => {
    const row = found.get(id);
    if (!row) return [];
    return {
      criterion: id,
      name: { zh: nameZh, en: nameEn },
      ...{ kind, source, howVerified: how === undefined ? null : { zh: how, en: howEn ?? how } },
      result: row.result,
      sentence: productSentence(row.result, row.facts),
      check: row.check_version,
    };
  });
}

export function listingView(row: ListingRow): ResponseOf<'GET /admission/listings/{supplierId}/{productId}'> {
  return {
    version: row.row_version,
    supplierId: row.supplier_id,
    productId: row.product_id,
    dossierId: row.dossier_id,
    dossierVersion: row.dossier_version,
    approvedAt: row.approved_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    endReason: row.end_reason,
    maySell: row.may_sell,
  };
}

function matter(row: DossierFileRow) {
  return {
    state: row.state,
    supplierId: row.supplier_id,
    countyCode: row.county_code,
    submittedBy: row.submitted_by,
    inStanding: row.certified,
  };
}

function shown(evidence: ProductEvidence) {
  return { form: evidence.dossier.form, facts: factsView(evidence) };
}

function factsView({ dossier: { product, packs, peers, lotCodePrefix } }: ProductEvidence): View['facts'] {
  const yuan = (fen: string) => ({ amount: fen, currency: 'CNY' as const });
  return {
    ...{ reference: product.reference, nameZh: product.nameZh, nameEn: product.nameEn },
    ...{ category: product.category, regionCode: product.regionCode },
    ...{ storage: product.storage ?? null, shelfLifeDays: product.shelfLifeDays ?? null },
    scClass: product.scClass,
    perishable: product.perishable,
    saleBannedReason: product.saleBannedReason,
    geographicalIndication: [...product.giKinds],
    packs: packs.map(({ pack, netGrams, priceFen, per500gFen }) => ({
      ...{ pack, netGrams },
      price: yuan(priceFen),
      pricePer500g: per500gFen === null ? null : yuan(per500gFen),
    })),
    peers: peers === null ? null : { median: yuan(peers.medianPer500gFen), offers: peers.offers },
    lotCodePrefix,
  };
}
