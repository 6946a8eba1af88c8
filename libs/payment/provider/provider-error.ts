/** `declined`: the payer's side said no. `rejected`: the call can never work as it is. `unknown`: it may have happened. */
export type ProviderFailure = 'declined' | 'rejected' | 'unknown';

/** The message is for logs: it names codes and references, never people. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';

  constructor(
    readonly failure: ProviderFailure,
    /** Ours (`splitTooLarge`) or the provider's (`charge_already_refunded`). */
    readonly code: string,
    options: { requestRef?: string | undefined; cause?: unknown } = {},
  ) {
    super(`payment provider ${failure}: ${code}${options.requestRef ? ` (${options.requestRef})` : ''}`, {
      cause: options.cause,
    });
  }
}

export const rejected = (code: string): ProviderError => new ProviderError('rejected', code);

export const unknown = (code: string): ProviderError => new ProviderError('unknown', code);

/** The same trouble once money may have moved: it decides nothing any more. */
export function asUnknown(error: unknown): unknown {
  if (!(error instanceof ProviderError) || error.failure === 'unknown') return error;
  return new ProviderError('unknown', error.code, { cause: error });
}

export class WebhookRefused extends Error {
  override readonly name = 'WebhookRefused';

  constructor(
    readonly reason: 'badSignature' | 'tooOld' | 'malformed',
    cause?: unknown,
  ) {
    super(`webhook refused: ${reason}`, { cause });
  }
}
