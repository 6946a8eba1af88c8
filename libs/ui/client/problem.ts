/** One wrong field of what was sent, named by JSON pointer. */
export interface FieldProblem {
  pointer: string;
  code: string;
  message: string;
}

/** A problem+json body as far as pages read it. */
interface ProblemBody {
  title?: string;
  detail?: string;
  code?: string;
  traceId?: string;
  errors?: FieldProblem[];
}

/**
 * Every way a call can fail, in one shape. `status` 0 means that no answer came: `code` then says NETWORK or TIMEOUT.
 */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly title: string;
  readonly detail: string | undefined;
  readonly errors: readonly FieldProblem[];
  readonly traceId: string | undefined;

  constructor(
    readonly status: number,
    readonly code: string,
    body: ProblemBody = {},
    /** The whole body: some problems carry facts to go on with, such as old and new prices. */
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(body.detail ?? body.title ?? code);
    this.title = body.title ?? code;
    this.detail = body.detail;
    this.errors = body.errors ?? [];
    this.traceId = body.traceId;
  }

  /** Seconds after which the server will look at it again; null where it names none. */
  get waitSeconds(): number | null {
    return Math.ceil(Number(this.facts['retryAfterSeconds'])) || null;
  }

  /** Worth asking again without changing anything. */
  get passing(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

/** Reads a refused response; a body that is not problem+json (a proxy's page, say) still becomes a problem. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const traceId = response.headers.get('x-request-id') ?? undefined;
  const body = (await response.json().catch(() => null)) as (ProblemBody & Record<string, unknown>) | null;
  if (body === null || typeof body !== 'object') {
    return new ApiProblem(response.status, `HTTP_${response.status}`, { traceId });
  }
  return new ApiProblem(
    response.status,
    body.code ?? `HTTP_${response.status}`,
    { ...body, traceId: body.traceId ?? traceId },
    body,
  );
}
