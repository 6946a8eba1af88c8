import { fail, type RouteDefinition } from '@xihuo/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { XihuoRequest } from './request';

/** A strong entity tag of ours: the row's version. `*` and lists are not taken: who writes says what was read. */
const TAG = /^"([1-9]\d{0,8})"$/;

/** The version a writer has read. @throws ProblemError VERSION_MISSING */
export function versionOf(route: RouteDefinition, request: FastifyRequest): number | null {
  if (route.versioned !== 'write') return null;
  const [, version] = TAG.exec(request.headers['if-match'] ?? '') ?? [];
  if (version === undefined) throw fail('VERSION_MISSING');
  return Number(version);
}

/**
 * Refuses to write over what the caller has not seen; to be asked of a row that is locked.
 *
 * @throws ProblemError STALE_VERSION with the version that stands
 */
export function mustBeVersion(standing: number, read: number): void {
  if (standing !== read) throw fail('STALE_VERSION', { extra: { version: standing } });
}

/** Hook: what a versioned route answers carries its version in the ETag. */
export function tagVersion<Payload>(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: Payload,
  done: (error: Error | null, payload?: Payload) => void,
): void {
  const { route } = (request as Partial<XihuoRequest>).xihuo ?? {};
  const version = route?.versioned && (payload as { version?: unknown } | null)?.version;
  if (typeof version === 'number') reply.header('etag', `"${version}"`);
  done(null, payload);
}
