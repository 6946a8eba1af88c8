import { canonicalJson } from '@xihuo/kernel';
import { isPerishable } from './regulation';

/** What a product is: judged with its dossier. */
export interface Facts {
  readonly name: { readonly zh: string; readonly en: string };
  readonly category: Parameters<typeof isPerishable>[0]['category'];
  readonly regionCode: string;
  readonly storage: 'ambient' | 'chilled' | 'frozen';
  readonly shelfLifeDays: number | null;
  readonly scClass: string | null;
}

/**
 * Why a supplier cannot change what a product is: sold by several it is nobody's alone, and what a register of geographical
 * indications says of name and place is not a supplier's to say otherwise.
 */
export function factsFixed({ shared, giKinds }: { shared: boolean; giKinds: readonly string[] | null }) {
  if (shared) return 'shared' as const;
  return giKinds === null ? null : ('registered' as const);
}

export function sameFacts(one: Facts, other: Facts): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

/** As admission froze them in an approved version; null in one that was sent before all of them were asked for. */
export function factsApproved(product: {
  nameZh: string;
  nameEn: string;
  category: string;
  regionCode: string;
  scClass: string | null;
  storage?: Facts['storage'];
  shelfLifeDays?: number | null;
}): Facts | null {
  if (product.storage === undefined || product.shelfLifeDays === undefined) return null;
  return {
    name: { zh: product.nameZh, en: product.nameEn },
    category: product.category as Facts['category'],
    ...{ regionCode: product.regionCode, storage: product.storage },
    ...{ shelfLifeDays: product.shelfLifeDays, scClass: product.scClass },
  };
}
