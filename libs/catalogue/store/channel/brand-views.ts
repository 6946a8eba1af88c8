import type { ResponseOf } from '@xihuo/contract';
import { productCard } from '../views';
import type { BrandRow, LicenceRow } from './brand.sql';
import type { CardRow } from './cards.sql';

export type BrandView = ResponseOf<'GET /brands/{slug}'>;
export type BrandDraft = ResponseOf<'GET /catalogue/brands/{id}'>;
export type LicenceView = ResponseOf<'GET /catalogue/brands/{id}/licences'>['data'][number];

export function shownBrand(row: BrandRow): Omit<ResponseOf<'GET /brands'>['data'][number], 'holders' | 'products'> {
  return {
    slug: row.slug,
    name: { zh: row.name_zh, en: row.name_en },
    region: { code: row.region_code, name: row.region_name, provinceName: row.province_name },
    ownerName: row.owner_name,
    markNumber: row.mark_number,
  };
}

function holderOf(row: LicenceRow): BrandView['holders'][number] {
  return {
    supplier: { id: row.supplier_id, name: row.supplier_name, countyName: row.county_name },
    product: row.product,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
  };
}

export function brandView(row: BrandRow, holders: readonly LicenceRow[], cards: readonly CardRow[]): BrandView {
  return {
    ...shownBrand(row),
    story: { zh: row.story_zh, en: row.story_en },
    holders: holders.map(holderOf),
    products: cards.map(productCard),
    total: row.products,
  };
}

export function brandDraft(row: BrandRow): BrandDraft {
  return { id: row.id, version: row.row_version, ...shownBrand(row), story: { zh: row.story_zh, en: row.story_en } };
}

export function licenceView(row: LicenceRow): LicenceView {
  return {
    ...{ id: row.id, version: row.row_version },
    ...holderOf(row),
    ...{ evidence: row.evidence, state: row.state, revokedWhy: row.revoked_why },
    grantedAt: row.granted_at.toISOString(),
  };
}
