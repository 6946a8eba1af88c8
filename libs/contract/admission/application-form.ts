import { z } from 'zod';
import { date, regionCode, text, uuid } from '../core/scalars';
import { CATEGORIES } from '../catalogue/categories';
import { supplierKind } from './findings';

export const LINKAGE_MODELS = ['contractPurchase', 'employment', 'dividend', 'landRent', 'share'] as const;
/** The steps of the form, in their order; documents and households have routes of their own. */
export const FORM_STEPS = ['subject', 'licences', 'products', 'linkage', 'capacity', 'undertakings'] as const;
export type FormStep = (typeof FORM_STEPS)[number];

/** The words a supplier signs by `undertakings`; another wording is another version. */
export const UNDERTAKING_VERSION = '2026-1';

/** As people fill it in: anything may be missing or wrong until it is judged, so a draft is saved as it is. */
const typed = (max: number) => text(max, 0).default('');

export const applicationForm = z.strictObject({
  subject: z
    .strictObject({
      kind: supplierKind,
      nameZh: typed(80),
      nameEn: typed(160),
      uscc: typed(40),
      countyCode: regionCode,
      address: typed(200),
      legalRepresentative: typed(40),
      establishedOn: date.nullable().default(null),
      /** Last day of the business licence; null with `licenceWithoutTerm`, or where it is not filled in yet. */
      licenceValidUntil: date.nullable().default(null),
      licenceWithoutTerm: z.boolean().default(false),
    })
    .optional(),
  licences: z
    .strictObject({
      foodLicences: z
        .array(
          z.strictObject({
            number: typed(20),
            validUntil: date.nullable().default(null),
            issuer: text(120, 0).optional(),
          }),
        )
        .max(20)
        .default([]),
      /** JY and fourteen digits, or the number of a prepackaged-only filing. */
      operationLicence: typed(40),
    })
    .optional(),
  products: z
    .array(
      z.strictObject({
        reference: typed(40),
        name: typed(80),
        category: z.enum(CATEGORIES).nullable().default(null),
        /** Class of food licence it needs; null for primary farm products. */
        scClass: z
          .string()
          .regex(/^\d{3}$/, 'three digits')
          .nullable()
          .default(null),
        originCode: regionCode.nullable().default(null),
      }),
    )
    .max(200)
    .optional(),
  linkage: z
    .strictObject({
      models: z.array(z.enum(LINKAGE_MODELS)).max(5).default([]),
      /** How households earn by it, in the applicant's words. */
      description: typed(2000),
    })
    .optional(),
  capacity: z
    .strictObject({
      annualKg: z.number().int().min(0).max(1_000_000_000).nullable().default(null),
      shipWithinHours: z.number().int().min(1).max(720).nullable().default(null),
      months: z.array(z.number().int().min(1).max(12)).max(12).default([]),
      note: typed(2000),
    })
    .optional(),
  undertakings: z
    .strictObject({
      /** Everything stated is true, and papers are what they seem. */
      truthful: z.boolean().default(false),
      /** No penalty for food or farm-product safety in the look-back period. */
      noPenalty: z.boolean().default(false),
      /** Who is admitted, on what, and measures are published. */
      publication: z.boolean().default(false),
    })
    .optional(),
});

export const DOCUMENT_KINDS = [
  'businessLicence',
  'foodProductionLicence',
  'foodOperationLicence',
  'linkageAgreement',
  'householdConsent',
  'mandate',
  'testReport',
  'originCertificate',
  'labelPhoto',
  'sitePhoto',
  'honour',
  'other',
] as const;

export const linkedHouseholdInput = z.strictObject({
  displayName: text(40),
  countyCode: regionCode,
  village: text(80),
  model: z.enum(LINKAGE_MODELS),
  /** What follows is sealed on arrival and never read back here. */
  householdKind: z.enum(['ordinary', 'lifted', 'monitored']),
  idNumber: text(30),
  bankCard: text(30),
  consent: z.strictObject({
    givenOn: date,
    textVersion: text(20),
    how: z.enum(['signature', 'witnessed', 'sms']),
  }),
});

export const mandateInput = z.strictObject({ producerId: uuid, validUntil: date });

const fieldsOf = ({ shape }: { shape: object }) => Object.keys(shape).join('|');
const { subject, licences, linkage, capacity, undertakings } = applicationForm.shape;
const CORRECTABLE = [
  `subject/(${fieldsOf(subject.unwrap())})`,
  `licences/(${fieldsOf(licences.unwrap())})`,
  'products(/\\d{1,3}/\\w{1,20})?',
  `linkage/(${fieldsOf(linkage.unwrap())})`,
  `capacity/(${fieldsOf(capacity.unwrap())})`,
  `undertakings(/(${fieldsOf(undertakings.unwrap())}))?`,
  `documents/(${DOCUMENT_KINDS.join('|')})`,
  'households',
  'mandate',
];

/** Where corrections may be asked for: a field there is, or its applicant would be sent to nothing. */
export const correctionPointer = z
  .string()
  .regex(new RegExp(`^/(${CORRECTABLE.join('|')})$`), 'a field of the application, by JSON pointer');
