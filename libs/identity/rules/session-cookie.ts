import type { Surface } from './session-limits';

export interface CookiePlace {
  surface: Surface;
  /** The browser keeps Secure cookies from this origin, so the __Host- prefix protects the name. */
  trusted: boolean;
}

/**
 * Whether the browser takes Secure cookies from where the page was loaded: https, or this very machine (Chromium and
 * Firefox; Safari wants `npm start -- --https`).
 */
export function isTrusted(publicOrigin: string, host: string | undefined): boolean {
  if (publicOrigin.startsWith('https://')) return true;
  const name = (host ?? '').replace(/:\d+$/, '');
  return name === 'localhost' || name.endsWith('.localhost') || /^127\.\d+\.\d+\.\d+$/.test(name) || name === '[::1]';
}

export function cookieName({ surface, trusted }: CookiePlace): string {
  return `${trusted ? '__Host-' : ''}xihuo-${surface}`;
}

/** The Set-Cookie value that keeps a token for a while, or with null forgets it. */
export function cookieFor(place: CookiePlace, token: string | null, seconds: number): string {
  const life = token === null ? 0 : Math.max(0, Math.floor(seconds));
  const parts = [`${cookieName(place)}=${token ?? ''}`, 'Path=/', 'HttpOnly', 'SameSite=Lax', `Max-Age=${life}`];
  return (place.trusted ? [...parts, 'Secure'] : parts).join('; ');
}

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The token that a Cookie header carries for a surface; anything that is not 256 bits in base64url is none. */
export function tokenIn(header: string | undefined, place: CookiePlace): string | null {
  const wanted = `${cookieName(place)}=`;
  for (const part of (header ?? '').split(';')) {
    const pair = part.trim();
    if (!pair.startsWith(wanted)) continue;
    const token = pair.slice(wanted.length);
    return TOKEN.test(token) ? token : null;
  }
  return null;
}
