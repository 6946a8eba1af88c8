import { isScNumber, scClassOf } from '../sc-number';
import type { ProductEvidence } from './product-evidence';
import type { ProductReason, ProductReasonCode } from './product-sentence';

export interface ProductVerdict {
  readonly result: 'pass' | 'fail' | 'notApplicable';
  readonly reasons: readonly ProductReason[];
}
type Check = (evidence: ProductEvidence, today: string) => ProductVerdict;

const PASS: ProductVerdict = { result: 'pass', reasons: [] };
const NOT_APPLICABLE: ProductVerdict = { result: 'notApplicable', reasons: [] };

function failFor(code: ProductReasonCode, values: Record<string, string> = {}): ProductVerdict {
  return { result: 'fail', reasons: [{ code, values }] };
}

function failIf(reasons: readonly ProductReason[]): ProductVerdict {
  return reasons.length === 0 ? PASS : { result: 'fail', reasons };
}

/** Processed food names the licence of whoever made it, of the right class and good today. Primary produce needs none. */
function productLicence({ dossier: { form, product } }: ProductEvidence, today: string): ProductVerdict {
  if (product.scClass === null) return NOT_APPLICABLE;
  const licence = form.foodLicence;
  if (licence === null) return failFor('licenceMissing', { scClass: product.scClass });
  if (!isScNumber(licence.number)) return failFor('licenceNumberWrong', { number: licence.number });
  const held = scClassOf(licence.number);
  if (held !== product.scClass) return failFor('licenceOtherClass', { held, scClass: product.scClass });
  return licence.validUntil < today
    ? failFor('licenceOver', { number: licence.number, until: licence.validUntil })
    : PASS;
}

/** Whoever sells what others packed needs a licence or a filing to sell; producers of their own goods do not. */
function operationLicence({ dossier: { form }, lookedUp }: ProductEvidence): ProductVerdict {
  if (lookedUp.supplierKind !== 'trader' || form.packaging === 'loose') return NOT_APPLICABLE;
  return form.operationLicence === null ? failFor('operationLicenceMissing') : PASS;
}

function testReport({ dossier: { form }, lookedUp: { settings } }: ProductEvidence, today: string): ProductVerdict {
  const report = form.testReport;
  if (report === null) return failFor('testReportMissing');
  if (report.testedOn > today) return failFor('testReportAhead', { day: report.testedOn });
  if (!report.qualified) return failFor('testReportFailed', { number: report.number });
  if (!report.accredited) return failFor('laboratoryNotAccredited', { laboratory: report.laboratory });
  const oldest = monthsBefore(today, settings.testReportMonths);
  return report.testedOn < oldest
    ? failFor('testReportOld', { day: report.testedOn, months: String(settings.testReportMonths) })
    : PASS;
}

/** Made in a listed county, or of raw material from one, and not by word alone (商南 2021). */
function origin({ dossier: { form }, lookedUp: { countyLists } }: ProductEvidence, today: string): ProductVerdict {
  const counties = [form.producedInCounty, form.rawMaterialCounty].filter((code) => code !== null);
  if (counties.length === 0) return failFor('originMissing');
  const listed = countyLists.some(
    ({ county, inProgramme, effectiveFrom, effectiveTo }) =>
      counties.includes(county) &&
      inProgramme &&
      effectiveFrom <= today &&
      (effectiveTo === null || effectiveTo > today),
  );
  if (!listed) return failFor('originNotListed', { counties: counties.join(' ') });
  return form.originEvidence.length === 0 ? failFor('originUnproven') : PASS;
}

/** Against others' offers of the same product by weight; where nobody else offers it, people compare. */
function peerPrice({ dossier: { packs, peers }, lookedUp: { settings } }: ProductEvidence): ProductVerdict {
  if (packs.length === 0) return failFor('priceMissing');
  if (peers === null) return NOT_APPLICABLE;
  const most = (BigInt(peers.medianPer500gFen) * BigInt(10_000 + settings.peerToleranceBp)) / 10_000n;
  return failIf(
    packs
      .filter(({ per500gFen }) => per500gFen !== null && BigInt(per500gFen) > most)
      .map(({ pack, per500gFen }) => ({
        code: 'priceAbovePeers' as const,
        values: { pack, price: yuan(per500gFen!), median: yuan(peers.medianPer500gFen), offers: String(peers.offers) },
      })),
  );
}

function annualValue({ dossier: { form }, lookedUp: { settings } }: ProductEvidence): ProductVerdict {
  const value = form.annualValue;
  if (value === null) return failFor('annualValueMissing');
  const enough = BigInt(value.amount) >= BigInt(settings.annualValueFen);
  return enough
    ? PASS
    : failFor('annualValueLow', { value: yuan(value.amount), least: yuan(String(settings.annualValueFen)) });
}

/** A mark that is claimed is good today, and what the page names as geographical indication is behind one of them. */
function qualityMarks({ dossier: { form, product } }: ProductEvidence, today: string): ProductVerdict {
  const over = form.marks
    .filter(({ validUntil }) => validUntil < today)
    .map(({ number, validUntil }) => ({ code: 'markOver' as const, values: { number, until: validUntil } }));
  const unproven =
    product.giKinds.length > 0 && !form.marks.some(({ kind }) => kind === 'geographicalIndication')
      ? [{ code: 'indicationUnproven' as const, values: {} }]
      : [];
  if (form.marks.length === 0 && product.giKinds.length === 0) return NOT_APPLICABLE;
  return failIf([...over, ...unproven]);
}

/** As before, and a certificate to use an indication names one that the product is called by. */
function qualityMarksNamed(evidence: ProductEvidence, today: string): ProductVerdict {
  const { form, product } = evidence.dossier;
  const other = form.marks
    .filter(({ kind, indication }) => {
      return kind === 'geographicalIndication' && !(product.indications ?? []).includes(indication ?? '');
    })
    .map(({ number }) => ({ code: 'indicationOther' as const, values: { number } }));
  const before = qualityMarks(evidence, today);
  return other.length === 0 ? before : failIf([...before.reasons, ...other]);
}

function label({ dossier: { form } }: ProductEvidence): ProductVerdict {
  if (form.packaging === null) return failFor('packagingMissing');
  if (form.packaging === 'loose') return NOT_APPLICABLE;
  if (form.label === null) return failFor('labelMissing');
  return form.label.nutrition ? PASS : failFor('nutritionMissing');
}

function lotCode({ dossier: { lotCodePrefix } }: ProductEvidence): ProductVerdict {
  return lotCodePrefix === '' ? failFor('lotCodeMissing') : PASS;
}

function afterSale({ dossier: { form } }: ProductEvidence): ProductVerdict {
  return form.afterSale === null ? failFor('afterSaleMissing') : PASS;
}

function trademark({ dossier: { form } }: ProductEvidence): ProductVerdict {
  if (form.brand === null) return NOT_APPLICABLE;
  return form.trademarkNumber === null ? failFor('trademarkMissing', { brand: form.brand }) : PASS;
}

/**
 * What machines check in a dossier, by name and version; as with the checks of suppliers, a mended one is the next version.
 */
export const PRODUCT_CHECKS = {
  'productLicence@1': productLicence,
  'operationLicence@1': operationLicence,
  'testReport@1': testReport,
  'origin@1': origin,
  'peerPrice@1': peerPrice,
  'annualValue@1': annualValue,
  'qualityMarks@1': qualityMarks,
  'qualityMarks@2': qualityMarksNamed,
  'label@1': label,
  'lotCode@1': lotCode,
  'afterSale@1': afterSale,
  'trademark@1': trademark,
} as const satisfies Record<string, Check>;

export type ProductCheckName = keyof typeof PRODUCT_CHECKS;

export function isProductCheck(name: string): name is ProductCheckName {
  return Object.hasOwn(PRODUCT_CHECKS, name);
}

/** The same day so many months before; the last of a month where that day does not exist. */
function monthsBefore(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}

function yuan(fen: string): string {
  const padded = fen.padStart(3, '0');
  return `${padded.slice(0, -2)}.${padded.slice(-2)}`;
}
