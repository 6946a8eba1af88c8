import type { Output } from '@xihuo/ui';

export type Standard = Output<'GET /admission/standards/{standard}'>;
export type Criterion = Standard['criteria'][number];
export type SupplierKind = NonNullable<NonNullable<Criterion['appliesTo']>['kinds']>[number];

export const SUPPLIER_KINDS: readonly SupplierKind[] = [
  'cooperative',
  'company',
  'familyFarm',
  'ruralCollective',
  'trader',
];
export const SUBJECTS = ['supplier', 'product', 'lot', 'process'] as const satisfies readonly Criterion['subject'][];
export const CRITERION_KINDS = ['blocking', 'scored', 'process'] as const satisfies readonly Criterion['kind'][];

export const STANDARD_READS = [
  'GET /admission/standards',
  'GET /admission/standards/{standard}',
  'GET /standards',
] as const;

export interface WeightSum {
  kind: SupplierKind;
  /** Null for every category that no criterion names. */
  category: string | null;
  sum: number;
}

/** Points that each kind of supplier can reach, apart by category where criteria differ; each must be a hundred. */
export function weightSums(criteria: readonly Criterion[]): WeightSum[] {
  const scored = criteria.filter(({ kind }) => kind === 'scored');
  if (scored.length === 0) return [];
  const categories = [...new Set(scored.flatMap(({ appliesTo }) => appliesTo?.categories ?? []))].sort();
  return SUPPLIER_KINDS.flatMap((kind) =>
    [null, ...categories].map((category) => ({
      kind,
      category,
      sum: scored.reduce((total, one) => (applies(one, kind, category) ? total + (one.weight ?? 0) : total), 0),
    })),
  );
}

function applies({ appliesTo: scope }: Criterion, kind: SupplierKind, category: string | null): boolean {
  if (scope?.kinds && !scope.kinds.includes(kind)) return false;
  return !scope?.categories || scope.categories.some((one) => one === category);
}

const COMPARED = [
  'subject',
  'nameZh',
  'nameEn',
  'kind',
  'weight',
  'providedBy',
  'providedByEn',
  'howVerified',
  'howVerifiedEn',
  'source',
  'checks',
  'appliesTo',
] as const satisfies readonly (keyof Criterion)[];
export type ComparedField = (typeof COMPARED)[number];

export interface StandardDiff {
  added: Criterion[];
  removed: Criterion[];
  changed: { before: Criterion; after: Criterion; fields: ComparedField[] }[];
}

/** What a standard changes against another one, criterion by criterion. */
export function diffCriteria(before: readonly Criterion[], after: readonly Criterion[]): StandardDiff {
  const known = new Map(before.map((criterion) => [criterion.id, criterion]));
  const kept = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !known.has(id)),
    removed: before.filter(({ id }) => !kept.has(id)),
    changed: after.flatMap((criterion) => {
      const earlier = known.get(criterion.id);
      if (!earlier) return [];
      const fields = COMPARED.filter((name) => canonical(earlier[name]) !== canonical(criterion[name]));
      return fields.length === 0 ? [] : [{ before: earlier, after: criterion, fields }];
    }),
  };
}

/** The same for the same meaning: absent and empty alike, keys in one order. */
function canonical(value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value !== 'object' || Array.isArray(value)) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return entries.length === 0 ? '' : JSON.stringify(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
