import { z } from 'zod';
import { bilingual, cursor, date, limit, money, page, regionCode, slug, uuid } from '../core/scalars';
import { defineRoutes, open } from '../core/route';
import { category } from './categories';
import { correction, productFilters } from './search';
import { PRODUCT_SORTS } from './search-names';
import { pictureSource, priceTier } from './listing-fields';

/** In stock, few left (under 20 packs), or none. Exact numbers stay with the supplier. */
export const stockState = z.enum(['inStock', 'low', 'out']);
export const storage = z.enum(['ambient', 'chilled', 'frozen']);

/** For businesses: prices from so many packs on, in multiples of the step, sent within so many hours of the order (promised, or the rule). */
const wholesale = z.object({
  minimumOrderPacks: z.number().int(),
  orderStepPacks: z.number().int(),
  tiers: z.array(priceTier),
  shipWithinHours: z.number().int(),
});

/** A supplier's photograph in the kinds and widths it was encoded in. */
const photograph = z.object({ width: z.number().int(), height: z.number().int(), sources: z.array(pictureSource) });

/** A product as it stands in a list. */
export const productCard = z.object({
  slug,
  name: bilingual,
  category,
  origin: z.object({ code: regionCode, name: z.string(), provinceName: z.string() }),
  /** Lowest retail price among the offers that may sell now. */
  priceFrom: money,
  /** Whose price that is. */
  supplierId: uuid,
  /** Net content of the pack, such as 500g. */
  pack: z.string(),
  /** Price per 500 g in fen, where the pack is sold by weight. */
  unitPrice: money.nullable(),
  /** Price per kilogram in fen, from the price itself; where the one per 500 g is there. */
  kilogramPrice: money.nullable(),
  /** The seller whose price is shown may use the name and mark of a registered geographical indication today. */
  geographicalIndication: z.boolean(),
  /** Packs sold and paid, counted from orders. */
  soldCount: z.number().int(),
  supplierCount: z.number().int(),
  stock: stockState,
  /** The seller whose price is shown is the platform's own business: shown as 自营 (电子商务法 art. 37). */
  ownAccount: z.boolean(),
  /** A supplier of it paid for a better place of its offer: shown as 广告 (电子商务法 art. 40). */
  advertised: z.boolean(),
  /** The first published photograph of the seller whose price is shown, no wider than a card wants; null: a drawing is shown. */
  photo: photograph.nullable(),
  /** Of the pack whose price is shown. */
  wholesale,
});

export const CERTIFICATE_STATUSES = ['valid', 'expiring', 'expired'] as const;

/** A verified paper behind an offer. What has expired is listed as such, and carries no mark any more. */
export const shownCertificate = z.object({
  kind: z.enum([
    'foodProductionLicence',
    'foodOperationLicence',
    'testReport',
    'greenFood',
    'organic',
    'geographicalIndication',
  ]),
  number: z.string(),
  /** Who issued it; null where nobody said it. */
  issuer: z.string().nullable(),
  /** Read by GET /certificates/{id}/picture; null where there is nothing to look at. */
  pictureId: uuid.nullable(),
  validUntil: date.nullable(),
  status: z.enum(CERTIFICATE_STATUSES),
});

/** What the supplier of an offer says of it, reviewed before it was published; the product's own words where it says nothing. */
export const offerWords = z.object({
  tagline: bilingual,
  description: bilingual,
  storageNote: bilingual,
  harvestMonths: z.array(z.number().int().min(1).max(12)),
  /** Days of shelf life left at delivery, at least. */
  minimumRemainingDays: z.number().int().nullable(),
  /** Photographs of the supplier's own; none where the page shows drawn illustrations. */
  pictures: z.array(photograph),
});

export const offerView = z.object({
  skuId: uuid,
  supplier: z.object({ id: uuid, name: z.string(), countyName: z.string() }),
  price: money,
  /** What the price is for 500 g and for a kilogram; null where the pack is not sold by weight. */
  unitPrice: z.object({ per500g: money, perKilogram: money }).nullable(),
  pack: z.string(),
  /** What tells it from the other packs, beside its weight. */
  options: z.array(z.object({ name: z.string(), value: z.string() })),
  gtin: z.string().nullable(),
  /** The supplier's own number of it (商家货号). */
  articleNumber: z.string().nullable(),
  wholesale,
  /** 自营 and 广告 (电子商务法 art. 37, 40). */
  labels: z.object({ ownAccount: z.boolean(), advertised: z.boolean() }),
  /** Whether this supplier may use the name and mark of the place today. */
  geographicalIndication: z.boolean(),
  certificates: z.array(shownCertificate),
  words: offerWords,
  stock: stockState,
  /** False where the supplier's standing or the listing forbids selling; the page stays and says why. */
  forSale: z.boolean(),
  /** The assistance mark (消费帮扶产品), with the name of its issuer; null where it is not carried at this moment. */
  recognition: z
    .object({ id: uuid, issuerKind: z.enum(['county', 'association']), issuerName: z.string(), validUntil: date })
    .nullable(),
});

export const productView = z.object({
  slug,
  name: bilingual,
  description: bilingual,
  category,
  origin: z.object({ code: regionCode, name: z.string(), provinceName: z.string() }),
  geographicalIndication: z.object({ kinds: z.array(z.string()), source: z.string() }).nullable(),
  harvestMonths: z.array(z.number().int().min(1).max(12)),
  shelfLifeDays: z.number().int().nullable(),
  storage,
  /** Fresh and perishable: no no-reason return, but a damage claim (消费者权益保护法 art. 25). */
  perishable: z.boolean(),
  /** What the law wants a buyer to read before buying: alcohol and minors, the true species. */
  notice: bilingual.nullable(),
  soldCount: z.number().int(),
  /** The rules in force today: hours to send what is paid, days to claim damage or return it, hours in which a seller must answer a claim. */
  promise: z.object({
    shipWithinHours: z.number().int(),
    claimDays: z.number().int(),
    answerHours: z.number().int(),
  }),
  offers: z.array(offerView),
  lots: z.array(
    z.object({
      code: z.string(),
      supplierName: z.string(),
      producedOn: z.string(),
      households: z.number().int().nullable(),
    }),
  ),
});

export const catalogueRoutes = defineRoutes({
  'GET /products': {
    summary: 'Products that may be sold now; q matches names, places, kinds and sellers, however they are typed',
    access: open,
    query: z.strictObject({
      ...productFilters,
      sort: z.enum(PRODUCT_SORTS).default('recommended'),
      cursor: cursor.optional(),
      limit,
    }),
    tabled: true,
    /** `correction`: nothing was found for q, and these are what was shown instead. */
    response: page(productCard).extend({ correction: correction.nullable() }),
    problems: ['REGION_NOT_DELIVERABLE'],
  },
  'GET /categories': {
    summary: 'Categories with the number of products for sale in each',
    access: open,
    response: z.object({ data: z.array(z.object({ category, products: z.number().int() })) }),
  },
  'GET /products/{slug}': {
    summary: 'A product with its offers, origin and lots; a product that once existed stays readable',
    access: open,
    params: z.strictObject({ slug }),
    response: productView,
    problems: ['NOT_FOUND'],
  },
});
