import type { z } from 'zod';
import type { ProblemCode } from '../problems';
import type { Role } from './roles';

/**
 * Who may call a route. There is no default: a route that says nothing does not compile.
 * - public: anybody, signed in or not
 * - session: anybody signed in
 * - orderAccess: the order's account, or its unguessable token in the header Order-Token
 * - signed: a machine that proves itself by a signature over the raw body
 * - roles: a person with one of the roles; ownership and jurisdiction are in the query itself
 */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'session' }
  | { readonly kind: 'orderAccess' }
  | { readonly kind: 'signed' }
  | { readonly kind: 'roles'; readonly roles: readonly Role[] };

export interface RouteDefinition {
  readonly summary: string;
  readonly access: Access;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The body is a file, read as it comes and only once the caller is let in; the handler takes it by `@Upload()`. */
  readonly upload?: { readonly mediaTypes: readonly string[]; readonly maxBytes: number };
  readonly response: z.ZodType;
  /** What is answered is bytes, not JSON. */
  readonly download?: true;
  /** What is answered never ends: server-sent events, each with the response as its data. */
  readonly stream?: true;
  /** A list that is had as a table too: Accept names text/csv or the kind of a workbook, and every page of it comes as one file. */
  readonly tabled?: true;
  /** 200 where absent. */
  readonly status?: 200 | 201 | 202 | 204;
  /** What somebody does who looks on as another, beside reading: they leave, or sign in anew. */
  readonly whileViewing?: true;
  /** The route makes an order, a payment, a refund or a payout: Idempotency-Key is required. */
  readonly idempotent?: true;
  /**
   * What is answered has a `version`, which stands in the ETag. `write`: it changes what somebody has read, so the version read
   * comes back in If-Match (428 without one; 412 STALE_VERSION where it moved on, which the action asks by `mustBeVersion`).
   */
  readonly versioned?: 'read' | 'write';
  /** The codes that this route's own rules may answer, beside the general ones. */
  readonly problems?: readonly ProblemCode[];
  /** Personal answers are never stored by caches; public ones may be for this many seconds. */
  readonly cacheSeconds?: number;
}

/** What a camera makes: photos, and films of at most 30 MiB, some ten seconds at a telephone's best. What a file is, its bytes say. */
export const cameraUpload = {
  mediaTypes: ['image/jpeg', 'image/png', 'video/mp4', 'video/webm', 'video/quicktime'],
  maxBytes: 30 * 1024 * 1024,
} as const;

export type RouteTable = Readonly<Record<`${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`, RouteDefinition>>;

/** Keeps the literal keys and schemas of a table while checking its shape. */
export function defineRoutes<const Table extends RouteTable>(table: Table): Table {
  return table;
}

export const open: Access = { kind: 'public' };
export const session: Access = { kind: 'session' };
export const orderAccess: Access = { kind: 'orderAccess' };
export const signed: Access = { kind: 'signed' };
export function only(...roles: Role[]): Access {
  return { kind: 'roles', roles };
}
