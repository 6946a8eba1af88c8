/** A refund's attempt as the provider knows it: a failed attempt stays failed there, so the next has a name of its own. */
export function refundKey(id: string, attempt: number): string {
  return attempt === 1 ? id : `${id}.${attempt}`;
}

const KEY = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.([1-9]\d{0,5}))?$/;

/** Null for what is not ours: a refund made by hand at the provider, or by another product of the same account. */
export function attemptOf(key: string | null): { id: string; attempt: number } | null {
  const match = key === null ? null : KEY.exec(key);
  return match ? { id: match[1]!, attempt: Number(match[2] ?? 1) } : null;
}

/** Whether two keys name attempts of one refund. */
export function isSameRefund(key: string | null | undefined, other: string): boolean {
  return !!key && (attemptOf(key)?.id ?? key) === (attemptOf(other)?.id ?? other);
}
