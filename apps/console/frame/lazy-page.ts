import type { Role } from '@xihuo/contract';
import { createElement, type ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { hasRole, useMe } from '../identity/me';
import { NoSuchPage } from './views';

/**
 * A page in its own chunk: `page(() => import('./x'), 'XPage')`.
 *
 * @param roles for whom alone it is, where what it reads is open to more than may send what it asks for: to all others it does not exist
 */
export function page<Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
  roles?: readonly Role[],
): Pick<RouteObject, 'lazy'> {
  return {
    lazy: async () => {
      const Component = (await load())[name];
      return { Component: roles ? onlyFor(Component, roles) : Component };
    },
  };
}

function onlyFor(Component: ComponentType, roles: readonly Role[]): ComponentType {
  return function ForSome() {
    return createElement(hasRole(useMe(), roles) ? Component : NoSuchPage);
  };
}
