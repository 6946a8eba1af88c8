import { CHECKS } from '../checks';
import { SUPPLIER_KINDS, type SupplierKind } from '../evidence';
import { PRODUCT_CHECKS } from '../product/product-checks';
import type { Criterion } from '../standard';

export type StandardFaultCode =
  | 'noBlocking'
  | 'sameIdTwice'
  | 'unknownCheck'
  | 'checkOfOtherSubject'
  | 'weightMissing'
  | 'weightWithoutScore'
  | 'categoriesOfSupplier'
  | 'weightsDoNotSum';

export interface StandardFault {
  /** Which criterion, where it is about one. */
  readonly criterion: string | null;
  readonly code: StandardFaultCode;
  readonly sentence: { readonly zh: string; readonly en: string };
}

const WHOLE = 100;

/** What keeps a draft from the public: a standard that nobody could be judged by, or that judges unevenly. */
export function standardFaults(criteria: readonly Criterion[]): StandardFault[] {
  const seen = new Set<string>();
  return [
    ...(criteria.some(({ kind }) => kind === 'blocking') ? [] : [NO_BLOCKING]),
    ...criteria.flatMap((criterion) => {
      const twice = seen.has(criterion.id) ? [about(criterion, 'sameIdTwice', '编号重复', 'this id stands twice')] : [];
      seen.add(criterion.id);
      return [...twice, ...criterionFaults(criterion)];
    }),
    ...weightFaults(criteria),
  ];
}

const NO_BLOCKING: StandardFault = {
  criterion: null,
  code: 'noBlocking',
  sentence: { zh: '至少要有一项否决条款', en: 'At least one criterion must be blocking' },
};

function about({ id }: Criterion, code: StandardFaultCode, zh: string, en: string): StandardFault {
  return { criterion: id, code, sentence: { zh: `${id}：${zh}`, en: `${id}: ${en}` } };
}

function criterionFaults(criterion: Criterion): StandardFault[] {
  const { subject, kind, checks, weight, appliesTo } = criterion;
  return [
    ...checks.flatMap((name) => {
      if (Object.hasOwn(PRODUCT_CHECKS, name)) {
        return subject === 'product' || subject === 'lot'
          ? []
          : [about(criterion, 'checkOfOtherSubject', `${name} 核对的是产品资料`, `${name} reads a product's dossier`)];
      }
      if (Object.hasOwn(CHECKS, name)) return [];
      return [about(criterion, 'unknownCheck', `没有名为 ${name} 的核对`, `there is no check named ${name}`)];
    }),
    ...(kind === 'scored' && weight === undefined
      ? [about(criterion, 'weightMissing', '评分条款须有分值', 'a scored criterion has points')]
      : []),
    ...(kind !== 'scored' && weight !== undefined
      ? [about(criterion, 'weightWithoutScore', '只有评分条款才有分值', 'only a scored criterion has points')]
      : []),
    ...(subject === 'supplier' && appliesTo?.categories
      ? [
          about(
            criterion,
            'categoriesOfSupplier',
            '主体条款不能限定产品类别',
            'a criterion of suppliers names no product category',
          ),
        ]
      : []),
  ];
}

/** Everybody is scored out of a hundred: for each kind of supplier, and each category whose criteria differ. */
function weightFaults(criteria: readonly Criterion[]): StandardFault[] {
  const scored = criteria.filter(({ kind }) => kind === 'scored');
  if (scored.length === 0) return [];
  const named = [...new Set(scored.flatMap(({ appliesTo }) => appliesTo?.categories ?? []))].sort();
  return SUPPLIER_KINDS.flatMap((kind) =>
    // A category that no criterion names stands for all of those.
    [null, ...named].flatMap((category): StandardFault[] => {
      const sum = scored
        .filter((criterion) => appliesTo(criterion, kind, category))
        .reduce((total, { weight = 0 }) => total + weight, 0);
      if (sum === WHOLE) return [];
      const zh = `${KIND_NAMES[kind]}${category === null ? '' : `（${category}）`}的分值合计为 ${sum}，应为 ${WHOLE}`;
      const en = `The points of ${kind}${category === null ? '' : ` (${category})`} sum to ${sum}, not ${WHOLE}`;
      return [{ criterion: null, code: 'weightsDoNotSum', sentence: { zh, en } }];
    }),
  );
}

const KIND_NAMES: Readonly<Record<SupplierKind, string>> = {
  cooperative: '农民专业合作社',
  company: '企业',
  familyFarm: '家庭农场',
  ruralCollective: '农村集体经济组织',
  trader: '受托经销商',
};

function appliesTo({ appliesTo: scope }: Criterion, kind: SupplierKind, category: string | null): boolean {
  if (scope?.kinds && !scope.kinds.includes(kind)) return false;
  return !scope?.categories || (category !== null && scope.categories.includes(category));
}
