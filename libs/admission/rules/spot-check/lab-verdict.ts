export interface LabItem {
  readonly item: string;
  readonly passed: boolean;
  readonly safety: boolean;
}

export interface LabVerdict {
  readonly event: 'pass' | 'fail';
  readonly failed: readonly string[];
  /** Those of safety among them, graver than grade or label: an exit is to be thought of. */
  readonly safety: readonly string[];
}

/** What a laboratory's report comes to: one item that fails, fails the sample. */
export function labVerdict(items: readonly LabItem[]): LabVerdict {
  const failed = items.filter(({ passed }) => !passed);
  return {
    event: failed.length === 0 ? 'pass' : 'fail',
    failed: failed.map(({ item }) => item),
    safety: failed.filter(({ safety }) => safety).map(({ item }) => item),
  };
}

/** Whether a day can stand where it stands: no earlier than the step before, no later than today. */
export function isSoundDay(day: string, { notBefore, today }: { notBefore: string | null; today: string }): boolean {
  return day <= today && (notBefore === null || day >= notBefore);
}
