import { machines, type ResponseOf } from '@xihuo/contract';
import { blocking } from '../../rules/listing/check-text';
import { contentFields, differences, wholeContent, type ListedPack } from '../../rules/listing/difference';
import { changeRefusal, type Decider } from '../../rules/listing/may-decide';
import { bandAround } from '../../rules/listing/prices';
import { unitPriceFen } from '../../rules/pack';
import type { ChangeRow } from './change.sql';
import type { ListingRow } from './listing.sql';

export type ListingView = ResponseOf<'GET /suppliers/{supplierId}/products/{productId}/listing'>;
export type ChangeView = ResponseOf<'GET /catalogue/changes/{id}'>;
type ChangeEntry = ResponseOf<'GET /catalogue/changes'>['data'][number];
type Picture = ListingView['pictures'][number];

export const TEXTS = Object.keys(machines.listings.TEXT_FIELDS) as machines.listings.TextField[];

export function contentOf(row: ListingRow): machines.listings.ListingContent {
  const product = {
    descriptionZh: row.description_zh,
    descriptionEn: row.description_en,
    harvestMonths: row.harvest_months,
  };
  return wholeContent(product, row.content);
}

export function packsOf(row: ListingRow): ListedPack[] {
  return row.packs.map(({ skuId, pack, priceFen, tiers, opened, options }) => ({
    ...{ skuId, pack, opened, options, priceFen: BigInt(priceFen) },
    tiers: tiers.map(({ minimumPacks, priceFen: fen }) => ({ minimumPacks, price: cny(fen) })),
  }));
}

function packView(pack: ListingRow['packs'][number], bandBp: number): ListingView['packs'][number] {
  const price = BigInt(pack.priceFen);
  const unit = unitPriceFen(price, pack.netGrams === null ? null : BigInt(pack.netGrams), pack.pack);
  const band = pack.listed ? bandAround(BigInt(pack.referenceFen), bandBp) : null;
  return {
    ...{ skuId: pack.skuId, pack: pack.pack, options: pack.options, gtin: pack.gtin },
    articleNumber: pack.articleNumber,
    price: cny(pack.priceFen),
    unitPrice: unit === null ? null : cny(unit.toString()),
    band: band && { lowest: cny(band.lowestFen.toString()), highest: cny(band.highestFen.toString()) },
    tiers: pack.tiers.map(({ minimumPacks, priceFen }) => ({ minimumPacks, price: cny(priceFen) })),
    ...{ minimumOrderPacks: pack.minimumOrderPacks, orderStepPacks: pack.orderStepPacks },
    ...{ opened: pack.opened, stock: pack.stock },
  };
}

export function listingView(
  row: ListingRow,
  {
    findings,
    change,
    bandBp,
    pictures,
  }: {
    findings: machines.listings.TextFinding[];
    change: ChangeView | null;
    bandBp: number;
    pictures: Picture[];
  },
): ListingView {
  return {
    version: row.row_version,
    ...{ supplierId: row.supplier_id, productId: row.product_id, slug: row.slug, name: row.name_zh },
    ...{ current: contentOf(row), findings, change, pictures, shared: row.shared },
    packs: row.packs.map((pack) => packView(pack, bandBp)),
  };
}

export function changeEntry(row: ChangeRow, findings: readonly machines.listings.TextFinding[]): ChangeEntry {
  const { prices, tiers, packs, options } = row.fields;
  return {
    id: row.id,
    supplier: { id: row.supplier_id, name: row.supplier_name },
    product: { id: row.product_id, slug: row.slug, name: row.name_zh },
    state: row.state,
    fields: [
      ...Object.keys(contentFields(row.fields)),
      ...(packs ? ['pack'] : []),
      ...(options ? ['options'] : []),
      ...(prices ? ['price'] : []),
      ...(tiers ? ['tiers'] : []),
    ],
    blocking: blocking(findings).length,
    submittedAt: row.submitted_at?.toISOString() ?? null,
    decidedAt: row.decided_at?.toISOString() ?? null,
    message: row.message,
    version: row.row_version,
  };
}

const ACTIONS = ['confirm', 'requestChanges', 'reject', 'cancel'] as const;

export function changeView(
  row: ChangeRow,
  {
    listing,
    decider,
    findings,
    rulesVersion,
    pictures,
  }: {
    listing: ListingRow;
    decider: Decider;
    findings: machines.listings.TextFinding[];
    rulesVersion: string;
    pictures: Picture[];
  },
): ChangeView {
  const current = contentOf(listing);
  const matter = {
    ...{ state: row.state, supplierId: row.supplier_id, countyCode: row.county_code, authors: row.authors },
  };
  return {
    ...changeEntry(row, findings),
    changes: row.before ?? differences(current, packsOf(listing), row.fields),
    ...{ note: row.note, findings, rulesVersion, pictures },
    submittedBy: row.submitted_name,
    decidedBy: row.decided_name,
    preview: { ...current, ...contentFields(row.fields) },
    actions: ACTIONS.map((action) => {
      const why = changeRefusal(action, matter, decider);
      return { action, allowed: why === null, why };
    }),
  };
}

function cny(amount: string): { amount: string; currency: 'CNY' } {
  return { amount, currency: 'CNY' };
}
