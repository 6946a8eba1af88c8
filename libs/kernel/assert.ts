/** A broken invariant is a defect of ours, never bad input: it must stop the work, not be answered politely. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

/** Says what must be so at this point; throws where it is not. */
export function must(condition: unknown, what: string): asserts condition {
  if (!condition) throw new InvariantError(what);
}
