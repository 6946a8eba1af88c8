/** One field of the input that is wrong, named by JSON pointer. */
export interface FieldProblem {
  pointer: string;
  code: string;
  message: string;
}

/**
 * A refusal with a stable code, thrown by rules and actions and written as RFC 9457 by one filter.
 * The codes themselves are declared in the contract; `fail()` there is the typed way to make one.
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly code: string,
    readonly status: number,
    readonly title: string,
    readonly detail?: string,
    readonly errors: FieldProblem[] = [],
    /** Facts a client needs to go on (old and new price, seconds to wait); never personal data. */
    readonly extra: Record<string, unknown> = {},
  ) {
    super(detail ?? title);
  }
}
