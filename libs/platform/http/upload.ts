import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { fail } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import type { FastifyInstance } from 'fastify';
import type { Readable } from 'node:stream';
import type { XihuoReply, XihuoRequest } from './request';

/**
 * Lets files through unread: the guard first says whether the caller may send one at all, and only then is a byte taken. JSON
 * keeps its own parser; a route without `upload` refuses every other kind.
 */
export function acceptFiles(server: FastifyInstance): void {
  server.addContentTypeParser('*', (_request, body, done) => done(null, body));
}

/** The bytes of a route with `upload`, as a promise, so that they are read by the handler and counted while they come. */
export const Upload = createParamDecorator((_: unknown, context: ExecutionContext): Promise<Buffer> => {
  return readUpload(context.switchToHttp().getRequest<XihuoRequest>());
});

async function readUpload(request: XihuoRequest): Promise<Buffer> {
  const { upload } = request.xihuo.route;
  must(upload, 'the route takes a file');
  return readUpTo(request.body as Readable, upload.maxBytes);
}

/** @throws ProblemError BODY_TOO_LARGE as soon as one byte too many came, whatever the sender said of its length */
export async function readUpTo(stream: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxBytes) throw fail('BODY_TOO_LARGE', { extra: { maxBytes } });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export interface DownloadedFile<Bytes extends Uint8Array | Readable = Uint8Array> {
  /** At once, or as they come where there may be more than memory should hold. */
  readonly bytes: Bytes;
  readonly mediaType: string;
  /** As the reader should see it, in any script. */
  readonly name: string;
  /** Shown in the page rather than saved; only for what cannot run anything. */
  readonly inline?: boolean;
}

/** Headers of a route with `download`: of the kind we say, under the name we say, and without any right to do something. */
export function describeDownload<Bytes extends Uint8Array | Readable>(
  reply: XihuoReply,
  { mediaType, name, inline = false, bytes }: DownloadedFile<Bytes>,
): Bytes {
  const disposition = inline ? 'inline' : 'attachment';
  void reply
    .header('content-type', mediaType)
    .header(
      'content-disposition',
      `${disposition}; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escapeMore)}`,
    )
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'",
    )
    .header('cache-control', 'no-store');
  return bytes;
}

/** encodeURIComponent leaves four signs that RFC 8187 does not allow. */
function escapeMore(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
