import type { CreditRegister } from './review/approvable';

export const SUPPLIER_KINDS = ['cooperative', 'company', 'familyFarm', 'ruralCollective', 'trader'] as const;
export type SupplierKind = (typeof SUPPLIER_KINDS)[number];

/** What the applicant states, with papers. */
export interface Declared {
  /** As the licence has it. */
  readonly name?: string;
  readonly uscc: string;
  readonly kind: SupplierKind;
  readonly countyCode: string;
  /** Last day of the business licence; null has no term. */
  readonly licenceValidUntil: string | null;
  readonly foodLicences: readonly FoodLicence[];
  readonly products: readonly {
    readonly reference: string;
    /** Class of food licence it needs. */ readonly scClass: string | null;
    readonly category?: string;
  }[];
  readonly linkage: { readonly households: number; readonly models: readonly string[] };
  /** Kinds of papers that were handed in. */
  readonly papers?: readonly string[];
  /** What was signed, by the version of its wording. */
  readonly undertaking?: {
    readonly version: string;
    readonly truthful: boolean;
    readonly noPenalty: boolean;
    readonly publication: boolean;
  };
}

export interface FoodLicence {
  /** SC and fourteen digits. */
  readonly number: string;
  readonly validUntil: string;
  /** As the licence says it; where nobody said it, it is not there. */
  readonly issuer?: string;
}

/** What registers said on the day of submission. Kept with the evidence, so that a re-run reads the same. */
export interface LookedUp {
  /** Lists the county of registration stands on. */
  readonly countyLists: readonly {
    readonly list: 'povertyExitCounty' | 'keyAssistedCounty';
    readonly inProgramme: boolean;
    readonly effectiveFrom: string;
    readonly effectiveTo: string | null;
  }[];
  readonly credit: 'clear' | 'serious';
  /** For traders: who mandates them, and that producer's own admission. */
  readonly mandate: {
    readonly producerReference: string;
    readonly producerKind: SupplierKind | null;
    readonly certifiedUntil: string | null;
    /** Whether the producer itself has said so. */
    readonly confirmed?: boolean;
    readonly validUntil?: string;
  } | null;
  /** What `payment` reported about the account the supplier is paid into. */
  readonly merchant?: 'none' | 'pending' | 'active' | 'rejected';
  /** In whose name the institution holds that account; null where it says nothing. */
  readonly accountName?: string | null;
  /** The newest answer of each credit register that somebody asked. */
  readonly registers?: readonly {
    readonly register: CreditRegister;
    readonly status: 'clear' | 'listed';
    readonly queriedOn: string;
  }[];
  /** How many other suppliers have declared the same code. */
  readonly sameCode?: number;
  /** Agreements in force that were reported: how many households have one, and of which kinds. */
  readonly agreements?: { readonly households: number; readonly models: readonly string[] };
}

export interface Evidence {
  readonly declared: Declared;
  readonly lookedUp: LookedUp;
}
