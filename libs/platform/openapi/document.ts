import { problems, routes, type Access, type ProblemCode, type RouteDefinition } from '@xihuo/contract';
import { z } from 'zod';
import { EXPORT_MEDIA_TYPES } from '../export/table';
import { isShutToOnlookers } from '../http/looking-on';
import { withSharedParts } from './shared-parts';
import { withSharedWholes } from './shared-wholes';

type Json = Record<string, unknown>;
type Schema = Json & { properties?: Record<string, Json>; required?: string[] };

const PLAIN: ReadonlySet<string> = new Set(['string', 'number', 'integer', 'boolean']);

/** How most routes are entered: said once for all of them, and by a route only where it is otherwise. */
const SESSIONS = [{ shopSession: [] }, { consoleSession: [] }];

/** OpenAPI 3.1 of everything below /api/v1, made from the contract alone: what is validated is what is described. */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const [key, route] of Object.entries(routes) as [string, RouteDefinition][]) {
    const [verb, path] = key.split(' ') as [string, string];
    paths[path] = { ...paths[path], [verb.toLowerCase()]: operation(verb, path, route) };
  }
  const whole = {
    openapi: '3.1.1',
    info: {
      title: 'Xihuo 西货',
      version: '1',
      description:
        'Money is whole fen as a decimal string. Lists answer { data, nextCursor }. Refusals are RFC 9457 problems with a stable `code`; titles follow Accept-Language (zh-CN first, English complete).',
    },
    servers: [{ url: '/api/v1' }],
    security: SESSIONS,
    paths,
    components: {
      securitySchemes: {
        shopSession: { type: 'apiKey', in: 'cookie', name: '__Host-xihuo-shop' },
        consoleSession: { type: 'apiKey', in: 'cookie', name: '__Host-xihuo-console' },
        orderToken: { type: 'apiKey', in: 'header', name: 'Order-Token' },
        cartToken: { type: 'apiKey', in: 'header', name: 'Cart-Token' },
        providerSignature: { type: 'apiKey', in: 'header', name: 'Stripe-Signature' },
      },
      schemas: { Problem: problemSchema() },
    },
    'x-problems': Object.fromEntries(
      Object.entries(problems).map(([code, { status, zh, en }]) => [code, { status, zh, en }]),
    ),
  };
  return withSharedWholes(withSharedParts(whole));
}

function operation(verb: string, path: string, route: RouteDefinition): Json {
  return {
    operationId: operationId(verb, path),
    summary: route.summary,
    tags: [path.split('/')[1]],
    ...securityOf(route.access),
    ...parametersIn([
      ...parametersOf(route.params, 'path'),
      ...parametersOf(route.query, 'query'),
      ...keyHeader(route),
    ]),
    ...(route.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: received(route.body) } } } }
      : {}),
    responses: {
      [route.status ?? 200]: {
        description: 'Done',
        ...replayHeader(route),
        ...(route.status === 204 ? {} : { content: contentOf(route) }),
      },
      ...refusals(verb, route),
    },
  };
}

/** What a list is had as beside JSON is the same list, so its table has no schema of its own. */
function contentOf({ response, tabled, stream }: RouteDefinition): Json {
  if (stream) return { 'text/event-stream': { schema: answered(response) } };
  const tables = tabled ? Object.values(EXPORT_MEDIA_TYPES).map((kind) => [kind.split(';')[0]!, {}]) : [];
  return { 'application/json': { schema: answered(response) }, ...Object.fromEntries(tables) };
}

/** GET /orders/{id}/payment: getOrdersByIdPayment */
function operationId(verb: string, path: string): string {
  const words = path.split(/[/-]/).flatMap((part) => (part.startsWith('{') ? ['by', part.slice(1, -1)] : [part]));
  return verb.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function securityOf(access: Access): Json {
  if (access.kind === 'public') return { security: [] };
  if (access.kind === 'signed') return { security: [{ providerSignature: [] }] };
  if (access.kind === 'orderAccess') return { security: [...SESSIONS, { orderToken: [] }] };
  return access.kind === 'roles' ? { 'x-roles': access.roles } : {};
}

/** A key that would say nothing is left out, hundreds of times. */
const parametersIn = (parameters: Json[]): Json => (parameters.length === 0 ? {} : { parameters });

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = received(schema);
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    ...(place === 'path' || required.includes(name) ? { required: true } : {}),
    schema: property,
  }));
}

function keyHeader(route: RouteDefinition): Json[] {
  if (!route.idempotent) return [];
  return [
    { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', minLength: 1, maxLength: 255 } },
  ];
}

/** Says of an answer that it is an earlier one, told again. */
function replayHeader({ idempotent }: RouteDefinition): Json {
  if (!idempotent) return {};
  return { headers: { 'Idempotent-Replayed': { schema: { type: 'string', const: 'true' } } } };
}

/** Refusals by status, each with the codes it may carry; what every route may suffer from stands under 5XX, once. */
function refusals(verb: string, route: RouteDefinition): Json {
  const byStatus = new Map<string, ProblemCode[]>();
  for (const code of new Set(codesOf(verb, route))) {
    const { status } = problems[code];
    const place = status >= 500 ? '5XX' : String(status);
    byStatus.set(place, [...(byStatus.get(place) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        // What each code means is said once, under x-problems.
        description: codes.join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

/** Routes that a supplier's people use, and so whoever looks on as one of them. */
const mayBeViewed = (access: Access): boolean =>
  access.kind === 'session' || (access.kind === 'roles' && access.roles.includes('supplier'));

function codesOf(verb: string, route: RouteDefinition): ProblemCode[] {
  const { access, params, query, body, idempotent, problems: own = [] } = route;
  return [
    ...own,
    ...(params || query || body ? (['INVALID_INPUT'] as const) : []),
    ...(body ? (['MALFORMED_JSON', 'UNSUPPORTED_MEDIA_TYPE', 'BODY_TOO_LARGE'] as const) : []),
    ...(verb === 'GET' || access.kind === 'signed' ? [] : (['CROSS_SITE_REQUEST'] as const)),
    ...(idempotent ? (['IDEMPOTENCY_KEY_MISSING', 'IDEMPOTENCY_KEY_REUSED', 'IDEMPOTENCY_KEY_RUNNING'] as const) : []),
    ...(access.kind === 'public' || access.kind === 'signed' ? [] : (['NOT_SIGNED_IN'] as const)),
    ...(access.kind === 'roles' ? (['FORBIDDEN', 'SECOND_FACTOR_REQUIRED'] as const) : []),
    ...(isShutToOnlookers(verb, route) && mayBeViewed(access) ? (['VIEWING_ONLY'] as const) : []),
    ...(['INTERNAL', 'UNAVAILABLE'] as const),
  ];
}

/** What a client sends: strict, as we validate it. */
function received(schema: z.ZodType): Schema {
  return cleaned(
    z.toJSONSchema(schema, {
      io: 'input',
      unrepresentable: 'any',
      override: ({ jsonSchema }) => dropTheObvious(jsonSchema),
    }) as Schema,
  );
}

/** What a client gets: it must bear fields and enum values that come later. */
function answered(schema: z.ZodType): Schema {
  return cleaned(
    z.toJSONSchema(schema, {
      io: 'output',
      unrepresentable: 'any',
      override: ({ jsonSchema }) => {
        dropTheObvious(jsonSchema);
        delete jsonSchema.additionalProperties;
      },
    }) as Schema,
  );
}

/** What stands there for every date and every whole number alike: the pattern beside a format, and the ends of what JSON numbers hold. */
function dropTheObvious(schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.format === 'date' || schema.format === 'date-time') delete schema.pattern;
}

function cleaned({ $schema: _, ...schema }: Schema): Schema {
  return nullsBeside(schema) as Schema;
}

/** One of two, of which the other is null: in the short form of JSON Schema 2020-12, where the one has a plain type. */
function nullsBeside(part: unknown): unknown {
  if (!part || typeof part !== 'object') return part;
  if (Array.isArray(part)) return part.map(nullsBeside);
  const { anyOf, ...rest } = Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, nullsBeside(inner)]));
  if (anyOf === undefined) return rest;
  const [one, other, ...more] = anyOf as Json[];
  const isPlain = typeof one?.['type'] === 'string' && PLAIN.has(one['type']) && !('enum' in one) && !('const' in one);
  return isPlain && other?.['type'] === 'null' && more.length === 0
    ? { ...rest, ...one, type: [one['type'], 'null'] }
    : { ...rest, anyOf };
}

function problemSchema(): Json {
  return {
    type: 'object',
    required: ['type', 'title', 'status', 'code', 'instance', 'traceId'],
    properties: {
      type: { type: 'string', description: 'urn:xihuo:problem:...' },
      title: { type: 'string' },
      status: { type: 'integer' },
      code: { type: 'string', description: 'Stable; x-problems lists them all' },
      detail: { type: 'string' },
      instance: { type: 'string' },
      traceId: { type: 'string', description: 'Quote it when asking for help' },
      errors: {
        type: 'array',
        items: {
          type: 'object',
          required: ['pointer', 'code', 'message'],
          properties: { pointer: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
        },
      },
    },
  };
}
