import { z } from 'zod';
import { date, money, regionCode, text, uuid } from '../core/scalars';

export const PACKAGINGS = ['loose', 'prepackaged'] as const;
export const ORIGIN_EVIDENCE_KINDS = ['baseRecord', 'landContract', 'purchaseRecords', 'villageCertificate'] as const;
export const QUALITY_MARKS = ['greenFood', 'organic', 'geographicalIndication'] as const;

const number = text(60);
/** Who issued a paper, as it says itself; of a test report that is its laboratory. */
const issuer = text(120).nullable().optional();

/** What a supplier says of one of its products. Everything may stand empty in a draft; what is missing is told, not refused. */
export const dossierForm = z.strictObject({
  packaging: z.enum(PACKAGINGS).nullable().default(null),
  /** Where it is grown or made, and where what it is made of comes from. */
  producedInCounty: regionCode.nullable().default(null),
  rawMaterialCounty: regionCode.nullable().default(null),
  originEvidence: z
    .array(z.strictObject({ kind: z.enum(ORIGIN_EVIDENCE_KINDS), reference: number, fileId: uuid.nullable() }))
    .max(10)
    .default([]),
  foodLicence: z.strictObject({ number, validUntil: date, issuer }).nullable().default(null),
  /** JY and fourteen digits, or the filing number of those who sell prepackaged food only. */
  operationLicence: number.nullable().default(null),
  testReport: z
    .strictObject({
      number,
      laboratory: text(120),
      /** Of a laboratory with the CMA mark. */
      accredited: z.boolean(),
      qualified: z.boolean(),
      testedOn: date,
      fileId: uuid.nullable(),
    })
    .nullable()
    .default(null),
  marks: z
    .array(
      z.strictObject({
        kind: z.enum(QUALITY_MARKS),
        number,
        issuer,
        holder: text(120),
        /** Of a geographical indication: its name, as the register has it. */
        indication: text(60).nullable().default(null),
        validUntil: date,
        fileId: uuid.nullable(),
      }),
    )
    .max(6)
    .default([]),
  brand: text(60).nullable().default(null),
  trademarkNumber: number.nullable().default(null),
  /** What stands on the pack (食品安全法 art. 67). */
  label: z
    .strictObject({
      ingredients: text(500),
      netContent: text(60),
      producer: text(120),
      producerAddress: text(200),
      standardCode: text(60),
      storage: text(120),
      shelfLife: text(60),
      nutrition: z.boolean(),
      fileId: uuid.nullable(),
    })
    .nullable()
    .default(null),
  /** Value of the goods that can be delivered in a year. */
  annualValue: money.nullable().default(null),
  afterSale: z
    .strictObject({ phone: text(30), returnAddress: text(200), responseHours: z.number().int().min(1).max(240) })
    .nullable()
    .default(null),
});
export type DossierForm = z.output<typeof dossierForm>;
