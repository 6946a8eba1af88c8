import type { RouteObject } from 'react-router';

/** A page in its own chunk: `page(() => import('./x'), 'XPage')`. */
export function page<Name extends string>(
  load: () => Promise<Record<Name, React.ComponentType>>,
  name: Name,
): Pick<RouteObject, 'lazy'> {
  return { lazy: async () => ({ Component: (await load())[name] }) };
}
