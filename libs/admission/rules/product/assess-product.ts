import { must } from '@xihuo/kernel';
import type { Result } from '../assess';
import type { Criterion, CriterionKind, Standard } from '../standard';
import { isProductCheck, PRODUCT_CHECKS } from './product-checks';
import type { ProductEvidence } from './product-evidence';
import type { ProductReason } from './product-sentence';

export interface ProductFinding {
  readonly criterion: string;
  readonly kind: CriterionKind;
  readonly result: Result;
  /** Names and versions of the checks that judged it; `people` where none can. */
  readonly check: string;
  readonly reasons: readonly ProductReason[];
}

/** What a standard asks of a product of this category and this kind of supplier. */
export function productCriteria(
  { criteria }: Pick<Standard, 'criteria'>,
  { category, kind }: { category: string; kind: string },
): Criterion[] {
  return criteria.filter(({ subject, appliesTo }) => {
    if (subject !== 'product') return false;
    const { categories, kinds } = appliesTo ?? {};
    const fits = (wanted: readonly string[] | undefined, is: string) => wanted === undefined || wanted.includes(is);
    return fits(categories, category) && fits(kinds, kind);
  });
}

/**
 * Judges a dossier by the product criteria of a standard on a day. Pure, as `assess` is for suppliers: the same dossier,
 * standard and day give the same bytes.
 */
export function assessProduct(standard: Standard, evidence: ProductEvidence, today: string): ProductFinding[] {
  must(/^\d{4}-\d{2}-\d{2}$/.test(today), 'assessProduct wants a calendar date');
  const { category } = evidence.dossier.product;
  return productCriteria(standard, { category, kind: evidence.lookedUp.supplierKind }).map(
    ({ id, kind, checks }): ProductFinding => {
      const names = checks.filter(isProductCheck);
      if (names.length === 0) return { criterion: id, kind, result: 'notJudged', check: 'people', reasons: [] };
      const verdicts = names.map((name) => PRODUCT_CHECKS[name](evidence, today));
      return {
        criterion: id,
        kind,
        result: strictest(verdicts.map(({ result }) => result)),
        check: names.join(' '),
        reasons: verdicts.flatMap(({ reasons }) => reasons),
      };
    },
  );
}

function strictest(results: readonly Result[]): Result {
  if (results.includes('fail')) return 'fail';
  return results.every((result) => result === 'notApplicable') ? 'notApplicable' : 'pass';
}
