import type { z } from 'zod';
import type { Form } from '../form';
import type { World } from '../world';
import { readParams } from './params';

export interface Answer {
  status: number;
  body: object;
}

export interface Route {
  /** As in Stripe's own libraries: `payment_intents.create`. Faults are ordered by this name. */
  name: string;
  method: 'GET' | 'POST';
  path: string;
  handle(world: World, form: Form, params: Record<string, string>): Answer;
}

export function route<T>(
  name: string,
  method: Route['method'],
  path: string,
  schema: z.ZodType<T>,
  handle: (world: World, input: T, params: Record<string, string>) => object | Answer,
): Route {
  return {
    name,
    method,
    path,
    handle(world, form, params) {
      const result = handle(world, readParams(schema, form), params);
      return 'status' in result && 'body' in result ? (result as Answer) : { status: 200, body: result };
    },
  };
}

export interface Match {
  route: Route;
  params: Record<string, string>;
}

export function matchRoute(routes: readonly Route[], method: string, path: string): Match | null {
  const wanted = path.split('/');
  for (const candidate of routes) {
    if (candidate.method !== method) continue;
    const params = matchPath(candidate.path.split('/'), wanted);
    if (params) return { route: candidate, params };
  }
  return null;
}

function matchPath(pattern: string[], wanted: string[]): Record<string, string> | null {
  if (pattern.length !== wanted.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const actual = wanted[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = actual;
    else if (part !== actual) return null;
  }
  return params;
}
