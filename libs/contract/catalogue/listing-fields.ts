import { z } from 'zod';
import { bilingual, instant, money, text, uuid } from '../core/scalars';

/** Fields of a listing that are words, with how many signs each may hold. They are looked through before they are published. */
export const TEXT_FIELDS = {
  taglineZh: 40,
  taglineEn: 90,
  descriptionZh: 2_000,
  descriptionEn: 4_000,
  storageNoteZh: 200,
  storageNoteEn: 400,
} as const;
export type TextField = keyof typeof TEXT_FIELDS;

const OTHER_FIELDS = [
  'harvestMonths',
  'minimumRemainingDays',
  'pictures',
  'price',
  'tiers',
  'pack',
  'options',
] as const;
export const CHANGE_FIELDS = [...(Object.keys(TEXT_FIELDS) as TextField[]), ...OTHER_FIELDS] as const;
export type ChangeField = (typeof CHANGE_FIELDS)[number];

const harvestMonths = z
  .array(z.number().int().min(1).max(12))
  .max(12)
  .refine((months) => new Set(months).size === months.length, 'each month once')
  .transform((months) => [...months].sort((one, other) => one - other));

/** From so many packs on, for businesses. */
export const priceTier = z.strictObject({ minimumPacks: z.number().int().min(1).max(100_000), price: money });
export const tiers = z.array(priceTier).max(6);
export type PriceTier = z.output<typeof priceTier>;

/** What tells a pack from its neighbours, in the supplier's own words. */
export const option = z.strictObject({ name: text(20), value: text(40) });
const options = z.array(option).max(4);
export type PackOption = z.output<typeof option>;

/** What a supplier says of a product it offers, as the shop shows it. */
export const listingContent = z.strictObject({
  taglineZh: text(TEXT_FIELDS.taglineZh, 0),
  taglineEn: text(TEXT_FIELDS.taglineEn, 0),
  descriptionZh: text(TEXT_FIELDS.descriptionZh, 0),
  descriptionEn: text(TEXT_FIELDS.descriptionEn, 0),
  storageNoteZh: text(TEXT_FIELDS.storageNoteZh, 0),
  storageNoteEn: text(TEXT_FIELDS.storageNoteEn, 0),
  harvestMonths,
  /** Days of shelf life that are left at delivery, at least; null where nothing is promised. */
  minimumRemainingDays: z.number().int().min(1).max(10_000).nullable(),
  /** In the order of the gallery. */
  pictures: z
    .array(uuid)
    .max(9)
    .refine((ids) => new Set(ids).size === ids.length, 'each picture once'),
});
export type ListingContent = z.output<typeof listingContent>;

const bySku = <Value extends z.ZodType>(value: Value) =>
  z
    .array(z.strictObject({ skuId: uuid, value }))
    .max(60)
    .refine((items) => new Set(items.map(({ skuId }) => skuId)).size === items.length, 'each pack once');

/** What is to become otherwise. A field that is absent stays as it is. */
export const changeFields = listingContent.partial().extend({
  prices: bySku(money).optional(),
  tiers: bySku(tiers).optional(),
  /** What tells packs that are sold already from their neighbours. */
  options: bySku(options).optional(),
  /** Packs that were added since the listing was approved, and are to be sold. */
  packs: z
    .array(uuid)
    .max(60)
    .refine((ids) => new Set(ids).size === ids.length, 'each pack once')
    .optional(),
});
export type ChangeFields = z.output<typeof changeFields>;

/** The names of a product are looked through too, with the texts of its first listing; and the words of packs wherever they stand. */
export const NAME_FIELDS = ['nameZh', 'nameEn'] as const;
export const PACK_FIELDS = ['pack', 'options'] as const;
export type FoundIn = TextField | (typeof NAME_FIELDS)[number] | (typeof PACK_FIELDS)[number];

export const FINDING_WEIGHTS = ['blocks', 'review'] as const;

/** A word that a listing may not hold, or must show proof for: which, where, by which rule, and how to mend it. */
export const textFinding = z.object({
  field: z.enum([...(Object.keys(TEXT_FIELDS) as TextField[]), ...NAME_FIELDS, ...PACK_FIELDS]),
  /** As it stands in the text. */
  word: z.string(),
  /** Where it begins and ends in the text, in UTF-16 units. */
  from: z.number().int(),
  to: z.number().int(),
  rule: z.string(),
  law: z.string(),
  /** `blocks`: not handed in before it is mended. `review`: a reviewer looks at the proof. */
  weight: z.enum(FINDING_WEIGHTS),
  why: bilingual,
  fix: bilingual,
});
export type TextFinding = z.output<typeof textFinding>;

const value = z.union([
  z.string(),
  z.number(),
  z.array(z.number()),
  z.array(z.string()),
  money,
  z.array(priceTier),
  z.array(option),
  z.null(),
]);

/** One row of the difference. */
export const fieldChange = z.object({
  field: z.enum(CHANGE_FIELDS),
  /** Of a price, tiers, options or a pack. */
  sku: z.object({ id: uuid, pack: z.string() }).nullable(),
  before: value,
  after: value,
});
export type FieldChange = z.output<typeof fieldChange>;

/** A picture encoded for one width, or the film that begins with it, addressed by what it is: it never changes under its address. */
export const pictureSource = z.object({
  format: z.enum(['avif', 'webp', 'jpeg', 'mp4', 'webm']),
  width: z.number().int(),
  path: z.string(),
});

export const pictureView = z.object({
  id: uuid,
  state: z.enum(['received', 'ready', 'refused']),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  /** Encoded by kind and width, addressed by what they are. */
  sources: z.array(pictureSource),
  uploadedAt: instant,
});
