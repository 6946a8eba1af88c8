/** An answer in Stripe's error shape. Thrown before anything is stored; what was changed in the same request is dropped. */
export class StripeProblem extends Error {
  constructor(
    readonly status: number,
    readonly type: 'invalid_request_error' | 'idempotency_error' | 'card_error' | 'api_error',
    message: string,
    readonly details: { code?: string; param?: string; decline_code?: string } = {},
  ) {
    super(message);
  }

  body(): object {
    return { error: { type: this.type, message: this.message, ...this.details } };
  }
}

export const invalidRequest = (message: string, details: StripeProblem['details'] = {}): StripeProblem =>
  new StripeProblem(400, 'invalid_request_error', message, details);

export const noSuch = (noun: string, id: string, param = 'id'): StripeProblem =>
  new StripeProblem(404, 'invalid_request_error', `No such ${noun}: '${id}'`, {
    code: 'resource_missing',
    param,
  });
