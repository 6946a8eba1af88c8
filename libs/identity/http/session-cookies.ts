import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieFor, isTrusted, tokenIn, type CookiePlace } from '../rules/session-cookie';
import type { Surface } from '../rules/session-limits';
import { SESSION_LIMITS } from '../rules/session-limits';

/**
 * Which app asks: each sends its name, so that it is answered by its own cookie alone. In a header, or in the address where the browser
 * sends none of ours: with an EventSource.
 */
export function surfaceOf({ headers, query }: FastifyRequest): Surface {
  const named = (query as { surface?: unknown } | undefined)?.surface ?? headers['surface'];
  return named === 'console' ? 'console' : 'shop';
}

/**
 * Whether a page asks by itself, with nobody at it: it says so in a header; and what names its app in the address is an EventSource.
 * Such a request is answered and counts as no use, or a console left open would never be idle (trust.md item 4).
 */
export function isUnattended({ headers, query }: FastifyRequest): boolean {
  return headers['unattended'] === 'true' || (query as { surface?: unknown } | undefined)?.surface !== undefined;
}

/** Reads and writes the session cookies of one request. */
export class SessionCookies {
  constructor(
    private readonly publicOrigin: string,
    private readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
  ) {}

  read(surface: Surface): string | null {
    return tokenIn(this.request.headers.cookie, this.place(surface));
  }

  keep(surface: Surface, token: string): void {
    this.write(surface, cookieFor(this.place(surface), token, SESSION_LIMITS[surface].lifeMs / 1000));
  }

  forget(surface: Surface): void {
    this.write(surface, cookieFor(this.place(surface), null, 0));
  }

  private place(surface: Surface): CookiePlace {
    return { surface, trusted: isTrusted(this.publicOrigin, this.request.headers.host) };
  }

  /** The last word counts: a sign-in on an expired cookie must not answer both "forget" and "keep". */
  private write(surface: Surface, cookie: string): void {
    const name = cookie.slice(0, cookie.indexOf('=') + 1);
    const others = [this.reply.getHeader('set-cookie') ?? []].flat().filter((one) => !String(one).startsWith(name));
    this.reply.removeHeader('set-cookie');
    for (const other of [...others, cookie]) this.reply.header('set-cookie', String(other));
  }
}
