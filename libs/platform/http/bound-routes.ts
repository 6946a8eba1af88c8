import type { INestApplicationContext } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { routes, type RouteDefinition, type RouteKey } from '@xihuo/contract';
import { TABLE_OF } from '../export/as-table';
import { ROUTE_KEY } from './handles';

/** Under this name Nest keeps the path of a handler; nothing without it is ever routed. */
const NEST_PATH = 'path';

/**
 * Which handler answers which route of the contract.
 *
 * @throws where a handler is bound to no route, so that nobody is asked who may call it, or two are bound to one,
 *   or where the contract promises a table that nobody writes
 */
export function boundRoutes(app: INestApplicationContext): Map<RouteKey, string> {
  const bound = new Map<RouteKey, string>();
  for (const { name, key, tableOf } of handlersOf(app)) {
    if (key === undefined) throw new Error(`${name} is bound to no route of the contract, so it has no policy`);
    const other = bound.get(key);
    if (other !== undefined) throw new Error(`${other} and ${name} both answer ${key}`);
    const promised = (routes[key] as RouteDefinition | undefined)?.tabled ? key : undefined;
    if (promised !== tableOf) throw new Error(`${name} answers ${key} with the table of ${tableOf ?? 'nothing'}`);
    bound.set(key, name);
  }
  return bound;
}

interface Handler {
  readonly name: string;
  readonly key: RouteKey | undefined;
  readonly tableOf: RouteKey | undefined;
}

function handlersOf(app: INestApplicationContext): Handler[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => {
    const prototype = (metatype as { prototype: Record<string, unknown> }).prototype;
    return Object.getOwnPropertyNames(prototype)
      .filter((method) => method !== 'constructor')
      .map((method) => ({ method, handler: prototype[method] }))
      .filter(({ handler }) => typeof handler === 'function' && Reflect.hasMetadata(NEST_PATH, handler))
      .map(({ method, handler }) => ({
        name: `${(metatype as { name: string }).name}.${method}`,
        key: Reflect.getMetadata(ROUTE_KEY, handler as object) as RouteKey | undefined,
        tableOf: Reflect.getMetadata(TABLE_OF, handler as object) as RouteKey | undefined,
      }));
  });
}
