import type { IncomingMessage, ServerResponse } from 'node:http';

const bodyMaxBytes = 256 * 1_024;

export class HttpProblem extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyMaxBytes) throw new HttpProblem(413, 'Request body too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers });
  response.end(JSON.stringify(body));
}

/** `formTargets`: where a form on the page may lead; browsers count the redirect after it as well. */
export function sendPage(
  response: ServerResponse,
  status: number,
  html: string,
  formTargets: readonly string[] = [],
): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; form-action 'self' ${formTargets.join(' ')}; frame-ancestors 'none'; base-uri 'none'`,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  response.end(html);
}

export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  response.end();
}

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** A web page elsewhere may point its own name at 127.0.0.1; such a request carries that name. */
export function requireLoopbackName(request: IncomingMessage): void {
  const name = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (!loopbackNames.has(name)) throw new HttpProblem(421, 'The sandbox answers to loopback names only.');
}

/** Pages post with their own origin; a form on another site does not. */
export function requireSameOrigin(request: IncomingMessage): void {
  const origin = request.headers.origin;
  if (origin && origin !== 'null' && origin !== `http://${request.headers.host}`)
    throw new HttpProblem(403, 'This form belongs to another site.');
}
