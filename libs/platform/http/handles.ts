import {
  applyDecorators,
  createParamDecorator,
  Delete,
  Get,
  HttpCode,
  Patch,
  Post,
  Put,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import { routes, type RouteDefinition, type RouteKey } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import type { FastifyReply } from 'fastify';
import type { CommandOptions } from '../database/command';
import { languageOf } from './language';
import type { XihuoRequest } from './request';

export const ROUTE_KEY = 'xihuo:route';

const VERBS = { GET: Get, POST: Post, PUT: Put, PATCH: Patch, DELETE: Delete } as const;

/** Binds a controller method to a route of the contract: method, path and status come from there. */
export function Handles(key: RouteKey): MethodDecorator {
  const definition: RouteDefinition = routes[key];
  const [verb, path] = key.split(' ') as [keyof typeof VERBS, string];
  must(path.startsWith('/'), 'a route has a path');
  return applyDecorators(
    VERBS[verb](path.replace(/\{(\w+)\}/g, ':$1')),
    HttpCode(definition.status ?? 200),
    SetMetadata(ROUTE_KEY, key),
  );
}

/** The validated input of the route: `{ params, query, body }`. */
export const Input = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<XihuoRequest>().xihuo.input,
);

/** Who calls. */
export const By = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<XihuoRequest>().xihuo.caller,
);

/** Of a route with `versioned: 'write'`: what command() wants to know, and the version the caller has read. */
export type VersionedAsk = CommandOptions & { readonly version: number };

/** What command() wants to know of a request: actor, request id and, where the route has one, the idempotency key. */
export const Ask = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const http = context.switchToHttp();
  const request = http.getRequest<XihuoRequest>();
  const { caller, key, input, idempotencyKey, version } = request.xihuo;
  return {
    name: key,
    actor: caller.actor,
    requestId: request.id,
    ...(version === null ? {} : { version }),
    ...(idempotencyKey === null
      ? {}
      : {
          idempotency: {
            scope: caller.person?.id ?? caller.orderToken ?? 'guest',
            route: key,
            key: idempotencyKey,
            body: { params: input.params ?? null, body: input.body ?? null },
          },
          onReplay: () => void http.getResponse<FastifyReply>().header('idempotent-replayed', 'true'),
        }),
  };
});

/** The language the caller reads; Chinese unless English is asked for. */
export const Language = createParamDecorator((_: unknown, context: ExecutionContext): 'zh' | 'en' =>
  languageOf(context.switchToHttp().getRequest<XihuoRequest>().headers['accept-language']),
);
