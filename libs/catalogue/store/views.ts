import type { ResponseOf } from '@xihuo/contract';
import type { ProductListRow } from './search/page.sql';
import { certificateStatus } from '../rules/certificate-status';
import { wholeContent } from '../rules/listing/difference';
import { kilogramPriceFen, unitPriceFen } from '../rules/pack';
import { picturePath } from '../rules/picture-plan';
import { noticeFrom } from '../rules/regulation';
import type { OfferRow, Photo, ProductRow } from './product.sql';
import type { WholesaleRow } from './wholesale';

type ProductCard = ResponseOf<'GET /products'>['data'][number];
export type ProductView = ResponseOf<'GET /products/{slug}'>;

const STOCK = ['inStock', 'low', 'out'] as const;

export function productCard(row: ProductListRow): ProductCard {
  const unitPrice = unitPriceFen(row.price_from, row.net_grams, row.pack);
  const kilogram = kilogramPriceFen(row.price_from, row.net_grams, row.pack);
  return {
    slug: row.slug,
    name: { zh: row.name_zh, en: row.name_en },
    category: row.category,
    origin: { code: row.region_code, name: row.region_name, provinceName: row.province_name },
    priceFrom: cny(row.price_from),
    supplierId: row.shown_supplier,
    pack: row.pack,
    unitPrice: unitPrice === null ? null : cny(unitPrice),
    kilogramPrice: kilogram === null ? null : cny(kilogram),
    geographicalIndication: row.geographical_indication,
    soldCount: Number(row.sold_count),
    supplierCount: row.supplier_count,
    stock: STOCK[row.best_stock]!,
    ownAccount: row.own_account,
    advertised: row.advertised,
    photo: row.photo && pictureOf(row.photo),
    wholesale: wholesaleView(row.wholesale),
  };
}

const wholesaleView = ({ tiers, ...terms }: WholesaleRow): ProductCard['wholesale'] => ({
  ...terms,
  tiers: tiers.map(({ minimumPacks, priceFen }) => ({ minimumPacks, price: cny(BigInt(priceFen)) })),
});

/** The product as catalogue knows it; lots are added above. */
export function productView(row: ProductRow): Omit<ProductView, 'lots'> {
  return {
    slug: row.slug,
    name: { zh: row.name_zh, en: row.name_en },
    description: { zh: row.description_zh, en: row.description_en },
    category: row.category,
    origin: { code: row.region_code, name: row.region_name, provinceName: row.province_name },
    // The page names the place's right only while somebody who sells it holds a valid certificate.
    geographicalIndication:
      row.gi_kinds !== null && row.offers.some((offer) => offer.geographicalIndication)
        ? { kinds: row.gi_kinds, source: row.gi_source ?? '' }
        : null,
    harvestMonths: row.harvest_months,
    shelfLifeDays: row.shelf_life_days,
    storage: row.storage,
    perishable: row.perishable,
    notice:
      row.buyer_notice_zh === null
        ? noticeFrom({ nameZh: row.name_zh, category: row.category, scClass: row.sc_class })
        : { zh: row.buyer_notice_zh, en: row.buyer_notice_en ?? row.buyer_notice_zh },
    soldCount: Number(row.sold_count),
    promise: { shipWithinHours: row.ship_within_hours, claimDays: row.claim_days, answerHours: row.answer_hours },
    offers: row.offers.map((offer) => offerView(offer, row)),
  };
}

function offerView(offer: OfferRow, row: ProductRow): ProductView['offers'][number] {
  const { priceFen, netGrams, wholesale, certificates, content, pictures, ...rest } = offer;
  const price = BigInt(priceFen);
  const grams = netGrams === null ? null : BigInt(netGrams);
  const [per500g, perKilogram] = [unitPriceFen(price, grams, rest.pack), kilogramPriceFen(price, grams, rest.pack)];
  return {
    ...rest,
    price: cny(price),
    unitPrice:
      per500g === null || perKilogram === null ? null : { per500g: cny(per500g), perKilogram: cny(perKilogram) },
    wholesale: wholesaleView(wholesale),
    certificates: certificates.map((certificate) => ({
      ...certificate,
      status: certificateStatus(certificate.validUntil, row.today, row.expiring_days),
    })),
    words: { ...wordsOf(content, row), pictures: pictures.map(pictureOf) },
  };
}

type Words = ProductView['offers'][number]['words'];

function pictureOf({ sources, ...size }: Photo): Words['pictures'][number] {
  return {
    ...size,
    sources: sources.map(({ format, width, sha256 }) => ({ format, width, path: picturePath(sha256, format) })),
  };
}

function wordsOf(content: OfferRow['content'], row: ProductRow): Omit<Words, 'pictures'> {
  const product = {
    descriptionZh: row.description_zh,
    descriptionEn: row.description_en,
    harvestMonths: row.harvest_months,
  };
  const whole = wholeContent(product, content);
  return {
    tagline: { zh: whole.taglineZh, en: whole.taglineEn },
    description: { zh: whole.descriptionZh, en: whole.descriptionEn },
    storageNote: { zh: whole.storageNoteZh, en: whole.storageNoteEn },
    ...{ harvestMonths: whole.harvestMonths, minimumRemainingDays: whole.minimumRemainingDays },
  };
}

function cny(fen: bigint): { amount: string; currency: 'CNY' } {
  return { amount: fen.toString(), currency: 'CNY' };
}
