import type { Declared } from '../evidence';
import { normalCode, type ApplicationForm } from './application-form';

/** What stands beside the form. */
export interface Attached {
  readonly households: number;
  /** Kinds of papers that were handed in. */
  readonly papers: readonly string[];
}

/** Who applies, as far as the register of organisations knows it, until the form says so. */
export interface Registered {
  readonly kind: Declared['kind'];
  readonly countyCode: string;
}

/** What a form states, ready to be judged. What is not filled in is stated as absent; nothing is guessed. */
export function declaredOf(
  { subject, licences, products = [], linkage, undertakings }: ApplicationForm,
  { households, papers }: Attached,
  registered: Registered,
  undertakingVersion: string,
): Declared {
  return {
    ...(subject?.nameZh ? { name: subject.nameZh } : {}),
    uscc: normalCode(subject?.uscc ?? ''),
    kind: subject?.kind ?? registered.kind,
    countyCode: subject?.countyCode ?? registered.countyCode,
    licenceValidUntil: subject && !subject.licenceWithoutTerm ? subject.licenceValidUntil : null,
    foodLicences: (licences?.foodLicences ?? []).flatMap(({ number, validUntil, issuer }) =>
      number === '' || validUntil === null
        ? []
        : [{ number: normalCode(number), validUntil, ...(issuer ? { issuer } : {}) }],
    ),
    products: products.map(({ reference, name, scClass, category }) => ({
      reference: reference || name,
      scClass,
      ...(category === null ? {} : { category }),
    })),
    linkage: { households, models: [...new Set(linkage?.models ?? [])].sort() },
    papers: [...new Set(papers)].sort(),
    ...(undertakings === undefined ? {} : { undertaking: { version: undertakingVersion, ...undertakings } }),
  };
}
