import { fail, type InputOf, type RouteDefinition, type RouteKey } from '@xihuo/contract';
import type { FieldProblem } from '@xihuo/kernel';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';

/** Validates a request against its route; every fault is named by a JSON pointer, none is guessed away. */
export function validate(route: RouteDefinition, request: FastifyRequest): InputOf<RouteKey> {
  mustBeTaken(route, request.headers['content-type']);
  const faults: FieldProblem[] = [];
  const input = {
    params: part(route.params, request.params, '/params', faults),
    query: part(route.query, request.query, '/query', faults),
    body: part(route.body, request.body ?? {}, '', faults),
  };
  if (faults.length > 0) throw fail('INVALID_INPUT', { errors: faults });
  return input as unknown as InputOf<RouteKey>;
}

/** JSON, or a file of a kind that the route takes; a request without a body says no kind. */
function mustBeTaken({ upload }: RouteDefinition, contentType: string | undefined): void {
  const kind = contentType?.split(';')[0]!.trim().toLowerCase();
  if (upload ? upload.mediaTypes.includes(kind ?? '') : kind === undefined || kind === 'application/json') return;
  throw fail('UNSUPPORTED_MEDIA_TYPE', { extra: { taken: upload?.mediaTypes ?? ['application/json'] } });
}

function part(schema: z.ZodType | undefined, value: unknown, at: string, faults: FieldProblem[]): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) faults.push(...problemsOf(issue, at));
  return undefined;
}

function problemsOf(issue: z.core.$ZodIssue, at: string): FieldProblem[] {
  const pointer = [at, ...issue.path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointer: `${pointer}/${key}`, code: 'UNKNOWN_FIELD', message: 'no such field' }));
  }
  return [{ pointer, code: issue.code.toUpperCase(), message: issue.message }];
}
