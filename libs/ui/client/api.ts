import type { Routes } from '@xihuo/contract';
import type { z } from 'zod';
import { currentLocale } from '../i18n/translate';
import { ApiProblem, problemOf } from './problem';
import { sendFile } from './send-file';

export type RouteKey = keyof Routes & string;

type Sent<S> = S extends z.ZodType ? z.input<S> : never;
type Part<R, Name extends string> = R extends { readonly [N in Name]: infer S }
  ? Record<never, never> extends Sent<S>
    ? { readonly [N in Name]?: Sent<S> }
    : { readonly [N in Name]: Sent<S> }
  : unknown;
type KeyHeader<R> = R extends { readonly idempotent: true } ? { readonly idempotencyKey: string } : unknown;
/** The version that was read, for what changes it; sent as If-Match. */
type VersionHeader<R> = R extends { readonly versioned: 'write' } ? { readonly version?: number } : unknown;
/** Of a route that takes a file: its bytes, and who wants to hear what share of them has left, between 0 and 1. */
type FileBody<R> = R extends { readonly upload: unknown }
  ? { readonly file: Blob; readonly onProgress?: (share: number) => void }
  : unknown;

/** What a call of the route wants: the parts its contract names, each required exactly where the contract requires it. */
export type Input<K extends RouteKey> = Part<Routes[K], 'params'> &
  Part<Routes[K], 'query'> &
  Part<Routes[K], 'body'> &
  KeyHeader<Routes[K]> &
  VersionHeader<Routes[K]> &
  FileBody<Routes[K]> & {
    readonly headers?: Readonly<Record<string, string>>;
    readonly signal?: AbortSignal;
  };

/** What the route answers; a download is its file. */
export type Output<K extends RouteKey> = Routes[K] extends { readonly download: true }
  ? Blob
  : Routes[K] extends { readonly response: infer S extends z.ZodType }
    ? z.output<S>
    : never;

export type Arguments<K extends RouteKey> =
  Record<never, never> extends Input<K> ? [input?: Input<K>] : [input: Input<K>];

export type Api = <K extends RouteKey>(route: K, ...input: Arguments<K>) => Promise<Output<K>>;

export interface ClientSettings {
  base?: string;
  /** Which app asks: the server answers by that app's own session cookie. The shop where absent. */
  surface?: 'shop' | 'console';
  /** Whether nobody is at the page: what it asks then by itself keeps no session alive. */
  unattended?: () => boolean;
  /** The language of problem titles, read at each call, since it can be switched; the one in use where absent. */
  locale?: () => string;
  fetch?: typeof fetch;
  timeoutMs?: number;
  /** How often a read is tried again; twice where absent. */
  readRetries?: number;
  pause?: (milliseconds: number) => Promise<void>;
  random?: () => number;
}

interface Parts {
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, unknown>>;
  body?: unknown;
  idempotencyKey?: string;
  version?: number;
  file?: Blob;
  onProgress?: (share: number) => void;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
}

const READ_RETRIES = 2;
/** A photo from a village takes its time, and so does the whole of a long list. */
const FILE_TIMEOUT_MS = 180_000;
/** A line of 30 kB a second: of a film, what such a one sends in that time is added. */
const SLOW_BYTES_A_MS = 30;

/** '/products/{slug}' with its params and query filled in; a missing param is a defect of the caller. */
export function addressOf(path: string, { params = {}, query = {} }: Parts): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${path} wants ${name}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `${filled}?${text}` : filled;
}

function requestOf(method: string, parts: Parts, settings: ClientSettings): RequestInit {
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-language': (settings.locale ?? currentLocale)(),
    ...(settings.surface === undefined ? {} : { surface: settings.surface }),
    ...(settings.unattended?.() ? { unattended: 'true' } : {}),
    ...parts.headers,
  };
  if (parts.idempotencyKey !== undefined) headers['idempotency-key'] = parts.idempotencyKey;
  if (parts.version !== undefined) headers['if-match'] = `"${parts.version}"`;
  if (parts.body !== undefined) headers['content-type'] = 'application/json';
  if (parts.file !== undefined) headers['content-type'] = parts.file.type || 'application/octet-stream';
  const body = parts.file ?? (parts.body === undefined ? undefined : JSON.stringify(parts.body));
  return { method, headers, credentials: 'same-origin', ...(body === undefined ? {} : { body }) };
}

/** How long a call may take, with all it is tried again. */
function limitOf(parts: Parts, settings: ClientSettings): number {
  if (settings.timeoutMs !== undefined) return settings.timeoutMs;
  if (parts.file) return FILE_TIMEOUT_MS + parts.file.size / SLOW_BYTES_A_MS;
  return parts.headers?.accept ? FILE_TIMEOUT_MS : 10_000;
}

/** Given up when the page moves on or the time is over. By hand: phones in villages know no AbortSignal.any. */
function givenUp(signal: AbortSignal | undefined, milliseconds: number) {
  const giveUp = new AbortController();
  const stop = () => giveUp.abort();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    stop();
  }, milliseconds);
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted) stop();
  return {
    signal: giveUp.signal,
    isLate: () => late,
    end() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    },
  };
}

async function once(
  url: string,
  request: RequestInit,
  given: ReturnType<typeof givenUp>,
  parts: Parts,
  settings: ClientSettings,
): Promise<unknown> {
  const send = settings.fetch ?? (parts.file ? sendFile(parts.onProgress) : fetch);
  try {
    const response = await send(url, { ...request, signal: given.signal });
    if (!response.ok) throw await problemOf(response);
    if (response.status === 204) return undefined;
    return await (response.headers.has('content-disposition') ? response.blob() : response.json());
  } catch (error) {
    // The page moved on and cancelled: no failure to show, so it passes through as it came.
    if (error instanceof ApiProblem || parts.signal?.aborted) throw error;
    throw new ApiProblem(0, given.isLate() ? 'TIMEOUT' : 'NETWORK');
  }
}

/**
 * Calls the api by the contract's own route names. Reads are tried again twice, with jitter, when no answer or a
 * passing failure came, all within the time that one of them has: nobody looks at grey for longer. Writes never are: the caller
 * repeats them under the same Idempotency-Key.
 */
export function createClient(settings: ClientSettings = {}): Api {
  const pause = settings.pause ?? ((milliseconds) => new Promise<void>((done) => setTimeout(done, milliseconds)));
  const random = settings.random ?? Math.random;

  const call = async (route: string, parts: Parts = {}): Promise<unknown> => {
    const [method = 'GET', path = ''] = route.split(' ');
    const url = (settings.base ?? '/api/v1') + addressOf(path, parts);
    const request = requestOf(method, parts, settings);
    const retries = method === 'GET' ? (settings.readRetries ?? READ_RETRIES) : 0;
    const given = givenUp(parts.signal, limitOf(parts, settings));
    try {
      for (let attempt = 0; ; attempt += 1) {
        try {
          return await once(url, request, given, parts, settings);
        } catch (error) {
          const again = error instanceof ApiProblem && error.passing && attempt < retries && !given.isLate();
          if (!again) throw error;
          await pause(300 * 2 ** attempt * (0.5 + random()));
          // What came last is better known than that time ran out while waiting to ask again.
          if (given.signal.aborted) throw error;
        }
      }
    } finally {
      given.end();
    }
  };
  return call as Api;
}
