import type { products } from '@xihuo/admission';
import type { dossiers, ResponseOf } from '@xihuo/contract';
import { picturePath } from '../rules/picture-plan';
import { factsFixed } from '../rules/product-facts';
import type { DraftRow, FactsRow, OwnProductRow } from './supplier-product.sql';

export type SupplierProduct = ResponseOf<'GET /suppliers/{supplierId}/products'>['data'][number];
export type DossierDraft = ResponseOf<'GET /suppliers/{supplierId}/products/{productId}/dossier'>;

export function supplierProductView(row: OwnProductRow): SupplierProduct {
  return {
    productId: row.product_id,
    slug: row.slug,
    name: { zh: row.name_zh, en: row.name_en },
    category: row.category,
    packs: row.packs.map(({ skuId, pack, priceFen }) => ({
      skuId,
      pack,
      price: { amount: priceFen, currency: 'CNY' },
    })),
    dossier:
      row.dossier_id === null
        ? null
        : { id: row.dossier_id, version: row.dossier_version!, state: row.dossier_state!, reason: row.dossier_reason },
    recognition:
      row.recognition_id === null
        ? null
        : { id: row.recognition_id, state: row.recognition_state!, validUntil: row.recognised_until },
    maySell: row.may_sell,
    photo: row.photo_sha256 === null ? null : picturePath(row.photo_sha256, 'webp'),
  };
}

function standingView(row: FactsRow): DossierDraft['standing'] {
  return {
    name: { zh: row.name_zh, en: row.name_en },
    ...{ category: row.category, regionCode: row.region_code, storage: row.storage },
    ...{ shelfLifeDays: row.shelf_life_days, scClass: row.sc_class, origin: row.region_name ?? row.region_code },
  };
}

export function draftView(
  { supplierId, productId }: { supplierId: string; productId: string },
  {
    draft,
    form,
    facts,
    checklist,
    sent,
  }: {
    draft: DraftRow | undefined;
    form: dossiers.DossierForm;
    facts: FactsRow;
    checklist: DossierDraft['findings'];
    sent: Awaited<ReturnType<typeof products.newestDossier>>;
  },
): DossierDraft {
  return {
    version: draft?.row_version ?? 1,
    ...{ supplierId, productId, form },
    standing: standingView(facts),
    wanted: facts.wanted && { ...facts.wanted, origin: facts.wanted_region_name ?? facts.wanted.regionCode },
    factsFixed: factsFixed({ shared: facts.shared, giKinds: facts.gi_kinds }),
    lotCodePrefix: draft?.lot_code_prefix ?? null,
    savedAt: draft?.saved_at.toISOString() ?? null,
    findings: checklist,
    corrections: sent?.corrections ?? [],
    sent: sent === null ? null : { id: sent.id, version: sent.version, state: sent.state, sentAt: sent.sentAt },
  };
}
