import type { CheckName } from './checks';
import type { SupplierKind } from './evidence';
import type { ProductCheckName } from './product/product-checks';

export type CriterionKind = 'blocking' | 'scored' | 'process';

/** One requirement of a standard. Which check reads it, and in which version, is part of the standard. */
export interface Criterion {
  readonly id: string;
  readonly subject: 'supplier' | 'product' | 'lot' | 'process';
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: CriterionKind;
  readonly providedBy: string;
  readonly providedByEn?: string;
  /** All must hold. Empty where only people can judge. */
  readonly checks: readonly (CheckName | ProductCheckName)[];
  /** Where it comes from: law, notice, local practice. */
  readonly source: string;
  /** How it is looked at, for those who judge. */
  readonly howVerified?: string;
  readonly howVerifiedEn?: string;
  /** Points out of a hundred; of scored criteria, and of no others. */
  readonly weight?: number;
  /** For whom; for everybody and everything where it says nothing. */
  readonly appliesTo?: { readonly kinds?: readonly SupplierKind[]; readonly categories?: readonly string[] };
}

/** An admission standard (准入标准): published once, never edited; a change is a new version. */
export interface Standard {
  readonly version: string;
  readonly publishedOn: string;
  readonly effectiveFrom: string;
  readonly criteria: readonly Criterion[];
  readonly source: string;
}
