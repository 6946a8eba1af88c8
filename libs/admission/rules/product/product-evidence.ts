import type { dossiers } from '@xihuo/contract';
import type { LookedUp, SupplierKind } from '../evidence';

/** A product as catalogue sends it down: what the supplier says, beside what catalogue itself knows of it that day. */
export interface ProductDossier {
  readonly supplierId: string;
  readonly productId: string;
  readonly form: dossiers.DossierForm;
  readonly product: {
    readonly reference: string;
    readonly nameZh: string;
    readonly nameEn: string;
    readonly category: string;
    /** Where the product says it comes from: a county, a prefecture or a province. */
    readonly regionCode: string;
    readonly scClass: string | null;
    /** Absent in what was frozen before it was asked for. */
    readonly storage?: 'ambient' | 'chilled' | 'frozen';
    readonly shelfLifeDays?: number | null;
    readonly perishable: boolean;
    /** Why the law keeps it from any sale; null where it does not. */
    readonly saleBannedReason: string | null;
    /** Kinds of the geographical indication that its page names. */
    readonly giKinds: readonly string[];
    /** Registered indications that its name holds. Absent in what was frozen before it was asked for. */
    readonly indications?: readonly string[];
  };
  readonly packs: readonly {
    readonly pack: string;
    readonly netGrams: string | null;
    readonly priceFen: string;
    /** Null where the pack is not sold by weight. */
    readonly per500gFen: string | null;
  }[];
  /** Of others' offers of the same product. */
  readonly peers: { readonly medianPer500gFen: string; readonly offers: number } | null;
  /** What every lot code of this product begins with; the chain itself is enforced at shipment. */
  readonly lotCodePrefix: string;
}

/** What registers and settings said on the day it was sent; kept with the dossier, so that a re-run reads the same. */
export interface ProductLookedUp {
  readonly supplierKind: SupplierKind;
  /** The county it is judged in. */
  readonly countyCode: string;
  /** Lists that the counties of production and of raw material stand on. */
  readonly countyLists: readonly (LookedUp['countyLists'][number] & { readonly county: string })[];
  readonly settings: {
    readonly testReportMonths: number;
    /** How far above the others' median a price may stand. */
    readonly peerToleranceBp: number;
    readonly annualValueFen: number;
  };
}

export interface ProductEvidence {
  readonly dossier: ProductDossier;
  readonly lookedUp: ProductLookedUp;
}
