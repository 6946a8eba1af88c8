import { join } from 'node:path';
// eslint-disable-next-line @typescript-eslint/no-restricted-imports -- what only tests and the generator load ships to no phone, and this holds the pages against the contract itself
import { CONSOLE_ROLES, routes, type RouteDefinition } from '@xihuo/contract';
import { menu } from '../frame/menu';
import { collect, type Collected } from './collect';
import { matrixOf, type PageRow, type Rights } from './matrix';

const CONSOLE = join(__dirname, '..');
const entries = Object.entries(routes) as [string, RouteDefinition][];

export const roles: readonly string[] = CONSOLE_ROLES;
/** Every route and whom the contract lets call it. */
export const rights: Rights = Object.fromEntries(
  entries.map(([key, { access }]) => [key, access.kind === 'roles' ? access.roles : null]),
);

/** What makes a page, where the menu says it. */
const reads = Object.fromEntries(menu.flatMap(({ items }) => items.map(({ to, route }) => [to.slice(1), route])));

/** The pages of the console with what each of their parts names. */
export function wholeConsole(): Collected {
  const { pages, parts } = collect(CONSOLE, { keys: entries.map(([key]) => key), everyone: roles });
  // Whoever registers is not at work yet.
  return { parts, pages: pages.filter(({ path }) => path !== 'register') };
}

/** The matrix of the console as its sources and the contract stand, which `npm run contract` writes into docs/console-matrix.json. */
export function wholeMatrix(): Record<string, PageRow> {
  return matrixOf({ collected: wholeConsole(), rights, roles, reads });
}
