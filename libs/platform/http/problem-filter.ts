import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { CONSOLE_ROLES, problems, type ProblemCode, type ProblemDeclaration } from '@xihuo/contract';
import { ProblemError, type FieldProblem } from '@xihuo/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { lastChangeOf } from '../audit/last-change';
import { isPassing } from '../database/passing-error';
import { changedSentence, type Changed } from './changed';
import { languageOf } from './language';
import type { CallerResolver, XihuoRequest } from './request';

/** Writes every error as RFC 9457; what nobody declared becomes INTERNAL and is logged, never shown. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly callers: Pick<CallerResolver, 'nameFor'>) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    writeProblem(error, request, http.getResponse<FastifyReply>(), await this.changedBefore(error, request));
  }

  /** Who was faster: told to people of the console alone. */
  private async changedBefore(error: unknown, request: FastifyRequest): Promise<Changed | undefined> {
    const change = lastChangeOf(error);
    const grants = (request as Partial<XihuoRequest>).xihuo?.caller.person?.grants ?? [];
    if (!change || !grants.some(({ role }) => CONSOLE_ROLES.includes(role))) return undefined;
    const by = await this.callers.nameFor(change.actor, grants).catch(() => null);
    return { by, at: change.at, today: change.today };
  }
}

/** @param changed who was faster, where the refusal is for that */
export function writeProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, changed?: Changed): void {
  const problem = asProblem(error);
  if (problem.status >= 500) request.log.error({ err: error, code: problem.code }, 'request failed');
  const declared: ProblemDeclaration | undefined = problems[problem.code as ProblemCode];
  const chinese = languageOf(request.headers['accept-language']) === 'zh';
  const wait = problem.extra['retryAfterSeconds'];
  if (typeof wait === 'number') reply.header('retry-after', wait);
  const title = chinese ? (declared?.zh ?? problem.title) : (declared?.en ?? problem.title);
  const detail = changed ? changedSentence(problem.code, title, changed, chinese) : problem.detail;
  void reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(
      JSON.stringify({
        ...problem.extra,
        ...(changed && { changed: { by: changed.by, at: changed.at.toISOString() } }),
        type: `urn:xihuo:problem:${problem.code.toLowerCase().replaceAll('_', '-')}`,
        title,
        status: problem.status,
        code: problem.code,
        ...(detail === undefined ? {} : { detail }),
        instance: request.url.split('?')[0],
        traceId: request.id,
        ...(problem.errors.length === 0 ? {} : { errors: problem.errors.map((one) => spoken(one, chinese)) }),
      }),
    );
}

/**
 * A fault of a field in the reader's language. Rules explain themselves in English; to who reads Chinese such a fault is said in the
 * words that its code was declared with, and what is Chinese already (the name of goods) stays.
 */
export function spoken(fault: FieldProblem, chinese: boolean): FieldProblem {
  const declared: ProblemDeclaration | undefined = problems[fault.code as ProblemCode];
  if (!chinese || declared === undefined || /\p{Script=Han}/u.test(fault.message)) return fault;
  return { ...fault, message: declared.zh };
}

function declare(code: ProblemCode): ProblemError {
  return new ProblemError(code, problems[code].status, problems[code].en);
}

/** Fastify's and Nest's own errors speak in their codes; ours are stable. */
function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return declare('BODY_TOO_LARGE');
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return declare('UNSUPPORTED_MEDIA_TYPE');
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  if (status === 400) return declare('MALFORMED_JSON');
  if (status === 404) return declare('NOT_FOUND');
  if (status === 413) return declare('BODY_TOO_LARGE');
  if (status === 415) return declare('UNSUPPORTED_MEDIA_TYPE');
  if (isPassing(error)) return declare('UNAVAILABLE');
  if (status === 429) return declare('RATE_LIMITED');
  return declare('INTERNAL');
}
